using Halton.Hub.Clock;
using Halton.Hub.Foundation;
using Halton.Hub.Jobs;
using Halton.Hub.Tests.Hosts;
using Npgsql;
using Xunit;

namespace Halton.Hub.Tests.Clock;

/// <summary>Every run leaves a row that says what it came to; quiet jobs leave it readable; old rows go.</summary>
public sealed class RunHistoryTests : IAsyncLifetime
{
    private const string Yearly = "0 0 3 1 1 ?";
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
    public async Task A_run_that_succeeds_leaves_its_counts_and_its_jobs_success()
    {
        await using var clock = await Still(_ => Task.FromResult(RunCounts.Of(("returns", 3), ("marked stale", 1))));
        var run = await clock.Fire();
        Assert.Equal((RunOutcome.Succeeded, "Work", null), (run.Outcome, run.Job, run.Error));
        Assert.Equal([("marked stale", 1L), ("returns", 3L)], run.Counts.Select(pair => (pair.Key, pair.Value)).Order());
        Assert.True(run.EndedAt >= run.StartedAt);
        var state = (await clock.History.States(CancellationToken.None))["Work"];
        Assert.True(state.SucceededAt >= run.EndedAt);
        Assert.Equal((RunOutcome.Succeeded, null), (state.LastOutcome, state.RunningOn));
    }

    [Fact]
    public async Task A_run_that_throws_leaves_the_faults_reason_or_the_errors_kind_and_no_text()
    {
        await using (var clock = await Still(_ => throw Fault.Invalid("line 3", "FEED_UNREADABLE", "The feed's third line is no line.")))
        {
            var run = await clock.Fire();
            Assert.Equal((RunOutcome.Failed, "FEED_UNREADABLE"), (run.Outcome, run.Error));
        }

        await using (var clock = await Still(_ => throw new InvalidOperationException("this text quotes a value")))
        {
            var run = await clock.Fire();
            Assert.Equal((RunOutcome.Failed, "InvalidOperationException"), (run.Outcome, run.Error));
            Assert.Null((await clock.History.States(CancellationToken.None)).GetValueOrDefault("Work")?.SucceededAt);
            Assert.Equal(1L, await Value("select count(*) from clock.firing where job = 'Work' and slot = $1 and ended_at is null", run.Slot));
        }

        var logs = System.IO.Directory.EnumerateFiles(TestCluster.Output, $"logs-{Environment.ProcessId}.txt").SelectMany(Lines).ToList();
        Assert.Contains(logs, line => line.Contains("job Work failed with InvalidOperationException (trace ", StringComparison.Ordinal));
        Assert.DoesNotContain(logs, line => line.Contains("this text quotes a value", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_whose_node_is_gone_is_lost_at_the_next_look()
    {
        await using var clock = await Still(_ => Task.FromResult(RunCounts.None));
        await clock.Fences.Take("Work", TimeProvider.System.GetUtcNow().Kept(), "gone", recovering: false, CancellationToken.None);
        var running = Assert.Single(await clock.History.Last("Work", 10, CancellationToken.None));
        Assert.Equal(("gone", null), (running.Node, running.Outcome));
        await Value("update clock.run set seen_at = seen_at - interval '61 seconds' returning 1::bigint");
        var lost = Assert.Single(await clock.History.Last("Work", 10, CancellationToken.None));
        Assert.Equal(RunOutcome.Lost, lost.Outcome);
        Assert.NotNull(lost.EndedAt);
    }

    [Fact]
    public async Task A_firing_that_was_done_before_leaves_a_skipped_run()
    {
        await using var clock = await Still(_ => Task.FromResult(RunCounts.None));
        var run = await clock.Fire();
        await clock.Fences.Skip("Work", run.Slot, "late", CancellationToken.None);
        Assert.Equal([RunOutcome.Skipped, RunOutcome.Succeeded], (await clock.History.Last("Work", 10, CancellationToken.None)).Select(r => r.Outcome!.Value));
        Assert.Null(await clock.History.Of("Work", run.Slot.AddDays(-1), CancellationToken.None));
    }

    [Fact]
    public async Task A_quiet_job_leaves_what_it_did_what_failed_and_one_run_a_minute()
    {
        await using var clock = await ClockUnderTest.Still(owner, new Timed(typeof(WorkJob), Yearly, Quiet: true), _ => Task.FromResult(RunCounts.Of(("rows", 0))));
        var slot = TimeProvider.System.GetUtcNow().Kept();
        await End(0);
        await End(0);
        await End(0);
        Assert.Equal(1L, await Value("select count(*) from clock.run"));
        await End(7);
        await End(0);
        Assert.Equal(2L, await Value("select count(*) from clock.run"));
        await clock.Fences.Fail(await Take(), "SomeError", CancellationToken.None);
        await End(0);
        Assert.Equal(4L, await Value("select count(*) from clock.run"));
        await Value("update clock.run set ended_at = ended_at - interval '61 seconds' returning 1::bigint");
        await End(0);
        await End(0);
        Assert.Equal(5L, await Value("select count(*) from clock.run"));
        Assert.Equal(RunOutcome.Succeeded, (await clock.History.States(CancellationToken.None))["Work"].LastOutcome);

        async Task End(long rows) => await clock.Fences.End(await Take(), RunCounts.Of(("rows", rows)), quiet: true, CancellationToken.None);

        async Task<Fence> Take() => (await clock.Fences.Take("Work", slot = slot.AddSeconds(1), "here", recovering: false, CancellationToken.None))!;
    }

    [Theory]
    [InlineData("1 minute", 5000)]
    [InlineData("31 days", 200)]
    public async Task Of_many_runs_those_stay_that_are_promised(string age, long kept)
    {
        await Value($"""
            with many as (insert into clock.run (fence, job, slot, node, started_at, seen_at, ended_at, outcome)
                select nextval('clock.fence'), 'Work', t, 'x', t, t, t, 'succeeded' from generate_series(1, 6000) i, lateral (select now() - interval '{age}' as t) moment returning 1)
            select count(*) from many
            """);
        await using var clock = await Still(_ => Task.FromResult(RunCounts.None));
        var run = await clock.Fire();
        Assert.Equal(kept, await Value("select count(*) from clock.run"));
        Assert.Equal(run.Fence, await Value("select max(fence) from clock.run"));
    }

    private Task<ClockUnderTest> Still(Func<ClockCaller, Task<RunCounts>> work) => ClockUnderTest.Still(owner, new Timed(typeof(WorkJob), Yearly), work);

    private static List<string> Lines(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return [.. reader.ReadToEnd().Split('\n')];
    }

    private async Task<long> Value(string sql, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return (long)(await command.ExecuteScalarAsync())!;
    }
}
