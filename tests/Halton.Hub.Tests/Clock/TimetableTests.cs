using Halton.Hub.Clock;
using Halton.Hub.Jobs;
using Halton.Hub.Tests.Hosts;
using Npgsql;
using Xunit;

namespace Halton.Hub.Tests.Clock;

/// <summary>Nodes share a timetable, a changed one leaves nothing of the old behind, and neither waits for the other.</summary>
public sealed class TimetableTests : IAsyncLifetime
{
    private static readonly Timetable Secondly = new("probe", new Timed(typeof(WorkJob), "* * * * * ?"), new Timed(typeof(OtherJob), "0 0 3 1 1 ?"));
    private static readonly Timetable Changed = new("probe", new Timed(typeof(WorkJob), "*/2 * * * * ?"));
    private string owner = "";
    private NpgsqlDataSource database = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        owner = await TestCluster.Clone();
        database = NpgsqlDataSource.Create(owner);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Two_nodes_that_start_at_once_share_each_firing()
    {
        var nodes = await Task.WhenAll(ClockUnderTest.Ticking(owner, Secondly), ClockUnderTest.Ticking(owner, Secondly));
        await Poll.Until(async () => await Value<long>("select count(*) from clock.run where job = 'Work' and outcome = 'succeeded'") >= 3, "nothing fires");
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }

        Assert.Equal(0L, await Value<long>("select count(*) - count(distinct slot) from clock.run where job = 'Work' and outcome = 'succeeded'"));
        Assert.Equal(2L, await Value<long>("select count(*) from clock.qrtz_triggers"));
    }

    [Fact]
    public async Task A_node_that_starts_puts_no_firing_off()
    {
        const string next = "select next_fire_time from clock.qrtz_triggers where trigger_name = 'Other'";
        await using (await ClockUnderTest.Ticking(owner, Secondly))
        {
            await Value<long>("update clock.qrtz_triggers set next_fire_time = next_fire_time + 1 where trigger_name = 'Other' returning 1::bigint");
            var planned = await Value<long>(next);
            await using (await ClockUnderTest.Ticking(owner, Secondly))
            {
                Assert.Equal(planned, await Value<long>(next));
            }
        }
    }

    [Fact]
    public async Task A_changed_timetable_ticks_beside_the_old_one_and_each_common_firing_runs_once()
    {
        await using var old = await ClockUnderTest.Ticking(owner, Secondly);
        await using var young = await ClockUnderTest.Ticking(owner, Changed);
        await Poll.Until(async () => await Value<long>("select count(distinct node) from clock.run where job = 'Work'") >= 2, "one of them does not tick");
        Assert.Equal([Secondly.Name, Changed.Name], (await Value<string[]>("select array_agg(distinct sched_name) from clock.qrtz_triggers")).OrderByDescending(name => name == Secondly.Name));
        Assert.Equal(0L, await Value<long>("select count(*) from (select slot from clock.run where outcome = 'succeeded' group by slot having count(*) > 1) twice"));
    }

    [Fact]
    public async Task What_no_node_ticks_by_any_longer_goes_with_its_changed_and_vanished_triggers()
    {
        await using (await ClockUnderTest.Ticking(owner, Secondly))
        {
            Assert.Equal(2L, await Value<long>("select count(*) from clock.qrtz_triggers"));
        }

        await using (await ClockUnderTest.Ticking(owner, Changed))
        {
            // Nobody has said that the old one is gone: its nodes may be about to start again.
            Assert.Equal(3L, await Value<long>("select count(*) from clock.qrtz_triggers"));
        }

        await Value<long>("update clock.timetable set seen_at = seen_at - interval '11 minutes' returning 1::bigint");
        await using (await ClockUnderTest.Ticking(owner, Changed))
        {
            Assert.Equal(["*/2 * * * * ?"], await Value<string[]>("select array_agg(cron_expression) from clock.qrtz_cron_triggers"));
            Assert.Equal([Changed.Name], await Value<string[]>("select array_agg(name) from clock.timetable"));
            Assert.Equal(1L, await Value<long>("select count(distinct sched_name) from clock.qrtz_locks where sched_name like 'probe-%'"));
            Assert.Equal(1L, await Value<long>("select count(*) from clock.qrtz_job_details"));
        }
    }

    [Fact]
    public async Task The_clocks_tables_can_be_provided_again_after_any_end()
    {
        await Task.WhenAll(ClockStore.Provision(owner, CancellationToken.None), ClockStore.Provision(owner, CancellationToken.None));
        await Execute("comment on table clock.qrtz_triggers is null; drop table clock.qrtz_locks");
        await Task.WhenAll(ClockStore.Provision(owner, CancellationToken.None), ClockStore.Provision(owner, CancellationToken.None));
        Assert.True(await Value<bool>("select to_regclass('clock.qrtz_locks') is not null"));
        Assert.Empty(await Value<string[]>("select coalesce(array_agg(relname::text), '{}') from pg_class where relnamespace = 'clock'::regnamespace and relkind = 'r' and obj_description(oid) is null"));
        Assert.Empty(await Value<string[]>("select coalesce(array_agg(relname::text), '{}') from pg_class where relnamespace = 'clock'::regnamespace and relowner <> 'hub_owner'::regrole"));
    }

    [Theory]
    [InlineData("* * * * * ?", "2026-11-26T12:00:00Z", "2026-11-26T12:01:01Z")]
    [InlineData("0 */10 * * * ?", "2026-11-26T12:00:00Z", "2026-11-26T12:40:00Z")]
    [InlineData("0 0 3 * * ?", "2026-11-26T03:00:05Z", "2026-11-27T09:00:00Z")]
    [InlineData("0 0 3 * * ?", "2027-03-27T03:00:05Z", "2027-03-28T08:00:00Z")]
    [InlineData("0 0 9 8 * ?", "2026-11-08T09:00:05Z", "2026-12-08T15:00:00Z")]
    [InlineData("0 0 9 1 1 ? 2020", "2026-11-08T09:00:05Z", "9999-12-31T23:59:59.9999999Z")]
    public void A_job_is_late_three_firings_past_the_one_due_within_a_minute_and_six_hours(string cron, string worked, string late) =>
        Assert.Equal(DateTimeOffset.Parse(late, null), new Timed(typeof(WorkJob), cron).LateFrom(DateTimeOffset.Parse(worked, null)));

    [Fact]
    public void Missed_firings_are_made_good_only_where_the_timetable_says_so_and_its_name_tells()
    {
        var line = new Timed(typeof(WorkJob), "* * * * * ?");
        Assert.Equal(new Timetable("probe", line).Name, new Timetable("probe", line).Name);
        Assert.Distinct([new Timetable("probe", line).Name, new Timetable("probe", line with { CatchUp = true }).Name, new Timetable("probe", line with { Cron = "0 * * * * ?" }).Name]);
    }

    [Fact]
    public void Every_line_of_the_timetable_has_a_name_of_its_own_and_fires_again()
    {
        Assert.Distinct(Schedule.Timetable.Lines.Select(line => line.Name));
        Assert.All(Schedule.Timetable.Lines, line => Assert.NotNull(line.Next(TimeProvider.System.GetUtcNow())));
    }

    [Theory]
    [InlineData(true, -1)]
    [InlineData(false, 2)]
    public async Task The_misfire_rule_in_the_store_is_the_lines_own(bool catchUp, int instruction)
    {
        await using var node = await ClockUnderTest.Ticking(owner, new Timetable("probe", new Timed(typeof(WorkJob), "0 0 3 1 1 ?", catchUp)));
        Assert.Equal((short)instruction, await Value<short>("select misfire_instr::smallint from clock.qrtz_triggers"));
    }

    private async Task<T> Value<T>(string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private async Task Execute(string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
