using System.Collections.Concurrent;
using Grpc.Core;
using Halton.Hub.Contracts.Fhir.V1;
using Halton.Hub.Contracts.Placement.V1;
using Halton.Hub.Faults.Checks;
using Halton.Hub.Faults.Load;
using Halton.Hub.Faults.Scenarios;
using Halton.Hub.Placement;

namespace Halton.Hub.Faults.Beds;

/// <summary>
/// Sixty-four assessors reserve, extend and release fifty beds of ten homes at random, five thousand attempts for each kill; the hub is killed in between,
/// under load, and takes the same data over.
/// </summary>
internal sealed class FiftyBeds : IScenario
{
    private const int Homes = 10;
    private const int BedsAHome = 5;
    private const int Assessors = 64;
    private const int AttemptsAKill = 5_000;

    /// <inheritdoc />
    public string Name => "fifty-beds";

    /// <inheritdoc />
    public async Task<Outcome> Run(FaultContext context, CancellationToken ct)
    {
        await using var ward = await Ward.Make(context.Hub, Assessors, Homes, BedsAHome, ct);
        var (answers, attempts, target) = (new ConcurrentDictionary<string, long>(), 0L, (long)context.Kills * AttemptsAKill);
        var acknowledged = new ConcurrentDictionary<string, byte>();
        var disagreed = new List<string>();
        var began = TimeProvider.System.GetTimestamp();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var workers = ward.Assessments.Select((assessment, i) => Task.Run(() => Work(assessment, ward.Stays[i], new Random(context.Seed + i)), ct)).ToList();
        for (var kill = 1; kill <= context.Kills; kill++)
        {
            while (Interlocked.Read(ref attempts) < kill * (long)AttemptsAKill - (AttemptsAKill / 2))
            {
                await Task.Delay(20, ct);
            }

            await context.Hub.Kill();
            context.Hub.Launch();
            await context.Hub.Ready(ct);
            if (await HeldOnce.Check(ward, ct) is { Holds: false } found)
            {
                disagreed.AddRange(found.Findings.Select(f => $"after kill {kill}: {f}"));
            }

            await ward.Return(ct);
        }

        await Task.WhenAll(workers);
        var seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        var once = await HeldOnce.Check(ward, ct);
        var unknown = answers.Keys.Where(a => !a.StartsWith("ok", StringComparison.Ordinal) && !a.StartsWith("away", StringComparison.Ordinal)
            && a is not ("NO_BED_AVAILABLE" or "BED_ALREADY_HELD" or "RESERVATION_ENDED" or "ETAG_MISMATCH" or "HELD_LONG_ENOUGH" or "RESERVATION_NOT_FOUND")).ToList();
        return new Outcome(
            $"{Assessors} assessors, {Homes * BedsAHome} beds in {Homes} homes, {target} attempts, {context.Kills} times kill -9 of the hub ({string.Join(", ", answers.OrderByDescending(a => a.Value).Select(a => $"{a.Value} {a.Key}"))}; {target / seconds:0} a second)",
            [
                once with { Findings = [.. once.Findings, .. disagreed] },
                new Verdict("named", "every refusal is a named one", $"{answers.Values.Sum()} answers", unknown),
                await Kept(ward, acknowledged.Keys, ct),
            ]);

        async Task Work(string assessment, string stay, Random random)
        {
            Reservation? held = null;
            while (!stop.IsCancellationRequested && Interlocked.Increment(ref attempts) <= target)
            {
                var id = Guid.CreateVersion7().ToString();
                var choice = random.Next(10);
                try
                {
                    var options = await ward.Door.Options(HubDoor.NewTrace(), TimeSpan.FromSeconds(10), ct);
                    if (held is null || choice == 9)
                    {
                        held = await ward.Door.Placements.ReserveBedAsync(new ReserveBedRequest { RequestId = id, AssessmentId = assessment, CareHomes = { ward.Homes[random.Next(Homes)] }, Minutes = 5 + random.Next(100) }, options);
                        acknowledged.TryAdd(held.ReservationId, 0);
                    }
                    else if (choice < 3)
                    {
                        held = await ward.Door.Placements.ExtendReservationAsync(new ExtendReservationRequest { RequestId = id, ReservationId = held.ReservationId, Minutes = 5 + random.Next(300), Etag = held.Etag }, options);
                    }
                    else
                    {
                        var reason = new Coding { System = PlacementCodes.ReleaseReason, Code = "not-needed" };
                        await ward.Door.Placements.ReleaseBedAsync(new ReleaseBedRequest { RequestId = id, ReservationId = held.ReservationId, Etag = held.Etag, Reason = reason }, options);
                        held = null;
                    }

                    answers.AddOrUpdate("ok", 1, (_, n) => n + 1);
                }
                catch (RpcException e) when (e.StatusCode is StatusCode.FailedPrecondition or StatusCode.AlreadyExists or StatusCode.Aborted or StatusCode.NotFound)
                {
                    var reason = Reason(e);
                    answers.AddOrUpdate(reason, 1, (_, n) => n + 1);
                    held = await Again(reason, held, stay);
                }
                catch (Exception e) when (HubDoor.MayRetry(e))
                {
                    // Nobody was there to attempt it with.
                    Interlocked.Decrement(ref attempts);
                    answers.AddOrUpdate("away while the hub was", 1, (_, n) => n + 1);
                    await ward.Door.Recover(e);
                    await Task.Delay(50, ct);
                    held = await Again("", held, stay);
                }
            }
        }

        // After a kill, and whenever an answer did not fit what it knows, an assessor looks what it holds.
        async Task<Reservation?> Again(string reason, Reservation? held, string stay)
        {
            if (reason is "NO_BED_AVAILABLE" or "HELD_LONG_ENOUGH")
            {
                return held;
            }

            try
            {
                var options = await ward.Door.Options(HubDoor.NewTrace(), TimeSpan.FromSeconds(10), ct);
                var list = await ward.Door.Placements.ListReservationsAsync(new ListReservationsRequest { DischargeId = stay }, options);
                return list.Reservations.FirstOrDefault();
            }
            catch (Exception e) when (HubDoor.MayRetry(e))
            {
                await ward.Door.Recover(e);
                return null;
            }
        }
    }

    private static async Task<Verdict> Kept(Ward ward, ICollection<string> acknowledged, CancellationToken ct)
    {
        await using var command = ward.Source.CreateCommand("select id::text from placement.bed_reservation where home_id = any ($1)");
        command.Parameters.Add(new() { Value = ward.HomeIds });
        await using var row = await command.ExecuteReaderAsync(ct);
        var there = new HashSet<string>();
        while (await row.ReadAsync(ct))
        {
            there.Add(row.GetString(0));
        }

        return new Verdict("kept", "no acknowledged reservation is lost", $"{acknowledged.Count} acknowledged", [.. acknowledged.Where(id => !there.Contains(id)).Take(20).Select(id => $"{id} is gone")]);
    }

    private static string Reason(RpcException e) => e.GetRpcStatus()?.GetDetail<Google.Rpc.ErrorInfo>()?.Reason ?? $"{e.StatusCode} {e.Status.Detail}";
}
