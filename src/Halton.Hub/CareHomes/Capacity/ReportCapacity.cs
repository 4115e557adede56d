using Halton.Hub.Access;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Npgsql;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>
/// Takes a home's return: the numbers of its kinds of bed at one moment, and whether it takes people in. Latest return, numbers, history and
/// event commit together. Faults: NOT_YOURS, NOT_A_CARE_HOME, DEREGISTERED, BED_TYPE_NOT_DECLARED, MORE_THAN_MAXIMUM, NEWER_RETURN_KNOWN,
/// ETAG_MISMATCH.
/// </summary>
public sealed class ReportCapacity(OneSave saves, CodeSystems codes, FreshnessPolicies policies, WorkingDays days, TimeProvider clock)
{
    private const int MostKinds = 10;

    /// <summary>Runs it once.</summary>
    public async Task<CapacityState> Run(Call call, Request request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(request);
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var reference = HomeReference.Check(check, request.CareHome);
        var made = Check(check, request);
        check.Settle();
        var policy = await policies.Now(ct);
        return await saves.Run(call, requestId, request, save => Take(call, save, reference, request.Etag, made, policy, ct), state => state.HomeId, ct);
    }

    private NewReturn Check(FieldChecks check, Request request)
    {
        var asOf = check.Past(request.AsOf, "as_of", clock.GetUtcNow());
        var day = LondonTime.Day(asOf);
        check.That(request.Beds.Count > 0, "beds", "REQUIRED", "The numbers of at least one kind of bed are required; a home without any free bed says 0.");
        check.That(request.Beds.Count <= MostKinds, "beds", "TOO_MANY", $"At most {MostKinds}.");
        var beds = request.Beds.Take(MostKinds).Select((bed, i) => Check(check, bed, $"beds[{i}]", day)).ToList();
        foreach (var again in beds.Select((bed, i) => (bed.BedType, i)).GroupBy(b => b.BedType).Where(g => g.Key.Length > 0).SelectMany(g => g.Skip(1)))
        {
            check.That(false, $"beds[{again.i}].bed_type", "GIVEN_TWICE", "Each kind of bed once.");
        }

        var closed = !request.AcceptingAdmissions;
        var reason = codes.Check(check, "closure_reason", CareHomeCodes.ClosureReason, request.ClosureReason, day, required: closed);
        var from = check.OptionalDay(request.ClosedFrom, "closed_from");
        var until = check.OptionalDay(request.ClosedUntil, "closed_until");
        check.That(closed || reason is null, "closure_reason", "NOT_EXPECTED", "A home that takes people in gives no reason for being closed.");
        check.That(closed || from is null, "closed_from", "NOT_EXPECTED", "A home that takes people in gives no days of closure.");
        check.That(closed || until is null, "closed_until", "NOT_EXPECTED", "A home that takes people in gives no days of closure.");
        check.That(from is null || until is null || until >= from, "closed_until", "BEFORE_FROM", "The day is before the first day of the closure.");
        return new NewReturn { AsOf = asOf, AcceptingAdmissions = request.AcceptingAdmissions, ClosureReason = reason?.Code, ClosedFrom = from, ClosedUntil = until, Beds = beds };
    }

    private BedState Check(FieldChecks check, Beds bed, string field, DateOnly day)
    {
        var kind = codes.Check(check, $"{field}.bed_type", CareHomeCodes.BedType, bed.BedType, day, required: true);
        var state = new BedState(kind?.Code ?? "", bed.Maximum, bed.Occupied, bed.Reserved, bed.Available);
        CapacityRules.Check(check, state, field);
        return state;
    }

    private async Task<CapacityState> Take(Call call, Save save, string reference, string? etag, NewReturn made, FreshnessPolicy policy, CancellationToken ct)
    {
        var window = CapacityWindow.Latest(LondonTime.Day(save.Now), policy, days);
        var home = await Load(save, reference, window, ct);
        CapacityRules.DemandVoice(call, home);
        if (CapacityRules.Barred(home) is { } barred)
        {
            throw barred;
        }

        var check = new FieldChecks();
        foreach (var wrong in made.Beds.Select((bed, i) => CapacityRules.Undeclared(home, bed.BedType, $"beds[{i}].bed_type")).OfType<FieldFault>())
        {
            check.That(false, wrong.Field, wrong.Reason, wrong.Message);
        }

        check.Settle();
        if (!string.IsNullOrEmpty(etag) && etag != CapacityEtag.Of(home.Version))
        {
            throw Fault.StaleEtag(CapacityEtag.Of(home.Version));
        }

        var source = call.Caller.Kind == OrganizationKind.Council ? "council" : "home";
        return (await SaveReturns.Run(save, [(home, made)], source, replace: true, window, policy, ct)).SingleOrDefault() ?? throw CareHomeFaults.NewerReturnKnown();
    }

    private static async Task<ReturningHome> Load(Save save, string reference, CapacityWindow window, CancellationToken ct)
    {
        await using var batch = save.Batch();

        // Two returns of one home take their turns, so that an etag that was read here still stands when the return is written.
        batch.BatchCommands.Add(ReturningHome.Turn(reference));
        batch.BatchCommands.Add(ReturningHome.Named(reference, window));
        await using var row = await batch.ExecuteReaderAsync(ct);
        await row.NextResultAsync(ct);
        return await row.ReadAsync(ct) ? ReturningHome.Read(row) : throw CareHomeFaults.HomeNotFound();
    }

    /// <summary>The request.</summary>
    /// <param name="RequestId">Idempotency key, a UUID.</param>
    /// <param name="CareHome">The hub's id of the home, or CQC location id.</param>
    /// <param name="AsOf">The moment that the numbers are true of.</param>
    /// <param name="Beds">The numbers, each kind of bed once.</param>
    /// <param name="AcceptingAdmissions">Whether the home takes people in.</param>
    /// <param name="ClosureReason">Why it does not.</param>
    /// <param name="ClosedFrom">First day of the closure, YYYY-MM-DD.</param>
    /// <param name="ClosedUntil">Last day of the closure, YYYY-MM-DD.</param>
    /// <param name="Etag">When given, a stale one is refused.</param>
    public sealed record Request(
        string RequestId, string CareHome, DateTimeOffset? AsOf, IReadOnlyList<Beds> Beds, bool AcceptingAdmissions, Coding? ClosureReason, string? ClosedFrom, string? ClosedUntil, string? Etag);

    /// <summary>Numbers of one kind of bed as they were given.</summary>
    public sealed record Beds(Coding? BedType, int Maximum, int Occupied, int Reserved, int Available);
}
