using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Directory.Needs;

/// <summary>
/// Tells what became of a signposting, by whoever recorded it or keeps the service's entry; a later word takes the place of an earlier one.
/// Faults: SIGNPOSTING_NOT_FOUND, also for everybody else, ETAG_MISMATCH and those of codes.
/// </summary>
public sealed class RecordSignpostingOutcome(DirectoryAccount account, CodeSystems codes, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<Signposting> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var id = check.Id(request.SignpostingId, "signposting_id");
        var etag = check.Text(request.Etag, "etag", 60);
        var outcome = codes.Check(check, "outcome", DirectoryCodes.Outcome, new Coding("", request.Outcome), clock.Today(), required: true);
        check.Settle();
        return account.Saves.Run(call, requestId, request, Tell, s => s.Id, ct);

        async Task<Signposting> Tell(Save save)
        {
            var found = await save.Db.Set<Signposting>()
                .FromSql($"select * from directory.signposting where id = {id} and {call.Organization} in (recorded_by, service_maintained_by) for update").AsTracking().ToListAsync(ct);
            var signposting = found is [var one] ? one : throw DirectoryFaults.SignpostingNotFound();
            DirectoryFaults.Demand(etag, signposting.Etag);
            (signposting.Outcome, signposting.OutcomeAt, signposting.OutcomeBy) = (outcome!.Code, save.Now, call.Organization);
            signposting.Version++;
            save.Tell(DirectoryEvents.OutcomeRecorded, signposting);
            return signposting;
        }
    }

    /// <summary>The request.</summary>
    /// <param name="RequestId">The caller's id of the request, a UUID.</param>
    /// <param name="SignpostingId">The signposting.</param>
    /// <param name="Outcome">attended, helped, waiting, declined, not_suitable, not_reached or unknown.</param>
    /// <param name="Etag">The etag that the caller saw.</param>
    public sealed record Request(string RequestId, string SignpostingId, string Outcome, string Etag);
}
