using Halton.Hub.Access;
using Halton.Hub.Clock;
using Halton.Hub.Data;
using Halton.Hub.Discharge;
using Halton.Hub.Foundation;
using Halton.Hub.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Clock;

/// <summary>A firing writes only while its fence holds, and what it saves it saves once.</summary>
public sealed class FenceTests(OneHub one) : IClassFixture<OneHub>
{
    private static readonly DateTimeOffset Slot = new(2026, 11, 26, 3, 0, 0, TimeSpan.Zero);
    private readonly HubUnderTest hub = one.Hub;
    private readonly Fences fences = new(one.Hub.Services.GetRequiredService<NpgsqlDataSource>());

    [Fact]
    public async Task The_second_take_of_a_firing_fences_off_the_first()
    {
        var first = await fences.Take("Second", Slot, "a", recovering: false, CancellationToken.None);
        var second = await fences.Take("Second", Slot, "b", recovering: true, CancellationToken.None);
        await fences.Commit(first!, (_, _) => throw new InvalidOperationException("It must not come this far."), CancellationToken.None).Refused(FaultKind.Aborted, "FENCE_LOST");
        await fences.End(first!, RunCounts.None, quiet: false, CancellationToken.None).Refused(FaultKind.Aborted, "FENCE_LOST");
        await fences.End(second!, RunCounts.None, quiet: false, CancellationToken.None);
        Assert.Null(await fences.Take("Second", Slot, "c", recovering: true, CancellationToken.None));
        Assert.Equal(["lost", "succeeded"], await hub.Value<string[]>("select array_agg(outcome order by fence) from clock.run where job = 'Second'"));
    }

    [Fact]
    public async Task A_firing_that_runs_elsewhere_is_taken_over_only_when_its_node_was_given_up()
    {
        var first = await fences.Take("Elsewhere", Slot, "a", recovering: false, CancellationToken.None);
        Assert.Null(await fences.Take("Elsewhere", Slot, "b", recovering: false, CancellationToken.None));
        await fences.Fail(first!, "SomeError", CancellationToken.None);
        Assert.NotNull(await fences.Take("Elsewhere", Slot, "b", recovering: false, CancellationToken.None));
    }

    [Fact]
    public async Task A_save_under_a_lost_fence_leaves_no_state_no_event_no_audit_row_and_no_answer()
    {
        var held = await fences.Take("Lost", Slot, "a", recovering: false, CancellationToken.None);
        var admit = hub.Services.GetRequiredService<RecordAdmission>();
        await admit.Run(Trust(held!), DischargeRequests.Read(Admission()), CancellationToken.None);
        await fences.Take("Lost", Slot, "b", recovering: true, CancellationToken.None);
        var before = await Rows();
        await admit.Run(Trust(held!), DischargeRequests.Read(Admission()), CancellationToken.None).Refused(FaultKind.Aborted, "FENCE_LOST");
        Assert.Equal(before, await Rows());
        await admit.Run(Trust(null), DischargeRequests.Read(Admission()), CancellationToken.None);
        Assert.All(before.Zip(await Rows()), pair => Assert.True(pair.First < pair.Second));
    }

    [Fact]
    public async Task A_firing_run_again_by_another_node_gets_the_first_answers_of_its_saves()
    {
        var saves = hub.Services.GetRequiredService<OneSave>();
        var first = new ClockCaller((await fences.Take("Again", Slot, "a", recovering: false, CancellationToken.None))!, "trace-a");
        var answer = await Save(first);
        var second = new ClockCaller((await fences.Take("Again", Slot, "b", recovering: true, CancellationToken.None))!, "trace-b");
        Assert.Equal(answer, await Save(second));
        await Save(first).Refused(FaultKind.Aborted, "FENCE_LOST");
        Assert.Equal(1L, await hub.Value<long>("select count(*) from requests.answered where partner = 'SYSTEM:Again'"));
        Assert.Equal(["SYSTEM:Again Again u HOPERAT trace-a", "SYSTEM:Again Again u HOPERAT trace-b"], await hub.Value<string[]>(
            "select array_agg(concat_ws(' ', organization, operation, interaction, purpose, trace_id) order by trace_id) from audit.entry where partner = 'SYSTEM:Again'"));

        Task<Answer> Save(ClockCaller clock) => saves.Run(
            clock.Call, clock.RequestId("home 1"), "the same request", _ => Task.FromResult(new Answer(Guid.CreateVersion7())), kept => kept.Id, CancellationToken.None);
    }

    [Fact]
    public void Request_ids_differ_by_job_slot_and_part_and_are_the_same_for_each_run_of_a_slot()
    {
        var id = Caller("Job", Slot, 1).RequestId("part");
        Assert.Equal(id, Caller("Job", Slot.ToOffset(TimeSpan.FromHours(1)), 2).RequestId("part"));
        Assert.Equal(8, id.Version);
        Assert.Distinct([id, Caller("Job", Slot, 1).RequestId("other"), Caller("Other", Slot, 1).RequestId("part"), Caller("Job", Slot.AddSeconds(1), 1).RequestId("part")]);
    }

    [Fact]
    public void The_clocks_caller_is_of_no_kind_and_no_door_lets_it_in()
    {
        var call = Caller("CareHomeCapacity", Slot, 1).Call;
        Assert.Equal(("SYSTEM:CareHomeCapacity", "SYSTEM:CareHomeCapacity", DateTimeOffset.MaxValue), (call.Caller.Partner, call.Organization, call.Caller.ExpiresAt));
        var table = hub.Services.GetRequiredService<AccessTable>();
        Assert.False(table.Serves("directory", call.Caller.Kind));
        Assert.All(table.Doors.Values, rule => Assert.Equal("KIND_NOT_ALLOWED", Assert.Throws<Fault>(() => AccessTable.Demand(rule, call.Caller, call.Purpose)).Reason));
        Assert.DoesNotContain("System", Enum.GetNames<OrganizationKind>());
    }

    private static ClockCaller Caller(string job, DateTimeOffset slot, long number) => new(new Fence(job, slot, number), "trace");

    private static Call Trust(Fence? fence)
    {
        var rule = DischargePolicy.Rules.Single(r => r.Name == "RecordAdmission");
        return new Call(new Caller("rww", "RWW", OrganizationKind.AcuteTrust, ScopeSet.None, rule.Purposes, "test", DateTimeOffset.MaxValue), rule, "TREAT", "test") { Fence = fence };
    }

    private Task<long[]> Rows() => hub.Value<long[]>("""
        select array[(select count(*) from discharge.stay), (select count(*) from discharge.access), (select count(*) from events.event),
            (select count(*) from audit.entry), (select count(*) from requests.answered)]
        """);

    private sealed record Answer(Guid Id);
}
