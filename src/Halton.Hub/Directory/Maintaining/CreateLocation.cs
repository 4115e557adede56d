using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.Maintaining;

/// <summary>
/// Takes up a place of an organisation that the caller keeps. Without coordinates it lies where its postcode does. Faults: those of
/// <see cref="LocationChecks"/> and <see cref="LocationReferences"/>.
/// </summary>
public sealed class CreateLocation(DirectoryAccount account, CodeSystems codes, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<EntryAnswer> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var now = clock.GetUtcNow().Kept();
        var location = LocationChecks.Check(check, codes, request.Entry, Guid.CreateVersion7(now), now);
        check.Settle();
        return account.Saves.Run(call, requestId, request, Open, answer => answer.Id, ct);

        async Task<EntryAnswer> Open(Save save)
        {
            await LocationReferences.Settle(save.Db, location, call.Organization, ct);
            save.Db.Add(location);
            return new EntryAnswer(location.Id, LocationEtag.Of(location));
        }
    }

    /// <summary>The request.</summary>
    /// <param name="RequestId">The caller's id of the request, a UUID.</param>
    /// <param name="Entry">What the place is.</param>
    public sealed record Request(string RequestId, LocationEntry Entry);
}
