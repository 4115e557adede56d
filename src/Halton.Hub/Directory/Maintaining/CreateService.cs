using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.Maintaining;

/// <summary>
/// Takes a service up: active from now on, and assured today, since its maintainer has just said all of it. Whether it is confidential is
/// decided here, for good. Faults: those of <see cref="EntryChecks"/> and <see cref="EntryReferences"/>.
/// </summary>
public sealed class CreateService(DirectoryAccount account, CodeSystems codes, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<ServiceAnswer> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var now = clock.GetUtcNow().Kept();
        var service = EntryChecks.Check(check, codes, request.Entry, Guid.CreateVersion7(now), call.Organization, request.Confidential, now);
        check.Settle();
        return account.Saves.Run(call, requestId, request, save => Open(save, service, request.Entry, ct), answer => answer.Id, ct);
    }

    private static async Task<ServiceAnswer> Open(Save save, Service service, ServiceEntry entry, CancellationToken ct)
    {
        var check = new FieldChecks();
        await EntryReferences.Check(check, save.Db, service, entry, ct);
        check.Settle();
        save.Db.Add(service);
        save.Tell(DirectoryEvents.Created, service);
        return ServiceAnswer.Of(service);
    }

    /// <summary>The request.</summary>
    /// <param name="RequestId">The caller's id of the request, a UUID.</param>
    /// <param name="Entry">What the service is.</param>
    /// <param name="Confidential">Whether it stays out of the open feed and its places are shown to nobody but its maintainer.</param>
    public sealed record Request(string RequestId, ServiceEntry Entry, bool Confidential = false);
}
