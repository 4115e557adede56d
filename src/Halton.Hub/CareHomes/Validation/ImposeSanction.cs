using Halton.Hub.Access;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Validation;

/// <summary>
/// Imposes a sanction on a home, or records one that another council imposed. It reopens the council's own validation of the home at once,
/// those of others when the clock next looks. Faults: CARE_HOME_NOT_FOUND, SANCTION_ALREADY_IMPOSED, LOOKS_LIKE_A_PERSON and those of codes.
/// </summary>
public sealed class ImposeSanction(OneSave saves, CodeSystems codes, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<SanctionState> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var today = clock.Today();
        var requestId = check.Id(request.RequestId, "request_id");
        var reference = HomeReference.Check(check, request.CareHome);
        var from = check.PastDay(request.From, "from", today);
        var kind = codes.Check(check, "kind", CareHomeCodes.SanctionKind, request.Kind, from, required: true)?.Code;
        var authority = codes.Check(check, "authority", CareHomeCodes.LocalAuthority, string.IsNullOrEmpty(request.Authority) ? null : new Coding("", request.Authority), today, required: false)?.Code;
        var reason = check.Text(request.Reason, "reason", 500);
        PersonTrace.Refuse(check, reason, "reason");
        check.Settle();
        return saves.Run(call, requestId, request, Record, s => s.Id, ct);

        async Task<SanctionState> Record(Save save)
        {
            var home = await save.Db.Home(reference, ct);
            var sanction = new Sanction
            {
                Id = Guid.CreateVersion7(save.Now),
                HomeId = home.Id,
                Authority = authority ?? await save.Db.Area(call.Organization, ct) ?? call.Organization,
                RecordedBy = call.Organization,
                Kind = kind!,
                Reason = reason,
                From = from,
                RecordedAt = save.Now,
            };
            save.Db.Add(sanction);
            var state = SanctionState.Of(sanction, home.LocationId);
            save.Tell(CareHomeEvents.Sanctioned, state);
            await RevalidateHome.Run(save, call.Organization, home, ValidationAct.None, ct);
            return state;
        }
    }

    /// <summary>The request.</summary>
    public sealed record Request(string RequestId, string CareHome, Coding? Kind, string Reason, string From, string? Authority);
}
