using System.Collections.Concurrent;
using Grpc.Core;
using Halton.Hub.Contracts.Fhir.V1;
using Halton.Hub.Contracts.Placement.V1;
using Halton.Hub.Faults.Checks;
using Halton.Hub.Faults.Load;
using Halton.Hub.Faults.Scenarios;
using Halton.Hub.Placement;

namespace Halton.Hub.Faults.Beds;

/// <summary>Sixty-four callers want one last bed, fifty rounds for each kill that was asked for: one has it, the others hear by name why not.</summary>
internal sealed class LastBed : IScenario
{
    private const int Callers = 64;
    private const int RoundsAKill = 50;

    /// <inheritdoc />
    public string Name => "last-bed";

    /// <inheritdoc />
    public async Task<Outcome> Run(FaultContext context, CancellationToken ct)
    {
        await using var ward = await Ward.Make(context.Hub, Callers, homes: 1, beds: 1, ct);
        var rounds = context.Kills * RoundsAKill;
        var (wrong, deadlocks) = (new List<string>(), await Deadlocks(ward, ct));
        Reservation? held = null;
        var began = TimeProvider.System.GetTimestamp();
        for (var round = 1; round <= rounds; round++)
        {
            var answers = new ConcurrentBag<string>();
            held = null;
            await Task.WhenAll(ward.Assessments.Select(assessment => Task.Run(async () => answers.Add(await Ask(assessment)), ct)));
            if (answers.Count(a => a == "held") != 1 || answers.Count(a => a == "none") != Callers - 1)
            {
                wrong.Add($"round {round}: {string.Join(", ", answers.GroupBy(a => a).Select(a => $"{a.Count()} × {a.Key}"))}");
            }

            if (held is not null)
            {
                var release = new ReleaseBedRequest { RequestId = Guid.CreateVersion7().ToString(), ReservationId = held.ReservationId, Etag = held.Etag, Reason = new Coding { System = PlacementCodes.ReleaseReason, Code = "not-needed" } };
                await ward.Door.Placements.ReleaseBedAsync(release, await ward.Door.Options(HubDoor.NewTrace(), TimeSpan.FromSeconds(20), ct));
            }
        }

        var seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        var deadlocked = await Deadlocks(ward, ct) - deadlocks;
        return new Outcome(
            $"{Callers} callers, one bed, {rounds} rounds",
            [
                new Verdict("holder", "each round one holder, everybody else NO_BED_AVAILABLE", $"{rounds * Callers} calls in {seconds:0} s", wrong),
                new Verdict("deadlock", "the database saw no deadlock", $"{deadlocked}", deadlocked == 0 ? [] : [$"{deadlocked} deadlocks"]),
                await HeldOnce.Check(ward, ct),
            ]);

        // Where the hub asks to be asked again, after a scenario before this one has broken its connections, a caller does, with the same request_id.
        async Task<string> Ask(string assessment)
        {
            var request = new ReserveBedRequest { RequestId = Guid.CreateVersion7().ToString(), AssessmentId = assessment, CareHomes = { ward.Homes } };
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    held = await ward.Door.Placements.ReserveBedAsync(request, await ward.Door.Options(HubDoor.NewTrace(), TimeSpan.FromSeconds(20), ct));
                    return "held";
                }
                catch (Exception e) when (HubDoor.MayRetry(e) && attempt < 50)
                {
                    await ward.Door.Recover(e);
                }
                catch (RpcException e)
                {
                    return e.StatusCode == StatusCode.FailedPrecondition && e.Status.Detail.Contains("No bed of this kind", StringComparison.Ordinal) ? "none" : $"{e.StatusCode} {e.Status.Detail}";
                }
            }
        }
    }

    private static Task<long> Deadlocks(Ward ward, CancellationToken ct) => ward.Count("select deadlocks from pg_stat_database where datname = current_database() and $1::uuid[] is not null", ct);
}
