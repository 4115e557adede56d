using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Directory.Maintaining;
using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>
/// Takes a document of HSDS-UK into the directory, service by service: new ones are taken up with the document's ids, changed ones updated as a
/// whole, what the hub has already stays untouched, and a bad one stops no other. Sent again, the same document changes nothing. Faults: those
/// of <see cref="ImportDocument"/>; whatever is wrong with a single service stands in the report.
/// </summary>
public sealed class ImportServices(DirectoryAccount account, ServiceForChange services, CodeSystems codes, TimeProvider clock)
{
    private const int Attempts = 3;

    /// <summary>Takes a document, or only says what would become of it.</summary>
    public async Task<ImportReport> Run(Call call, ReadOnlyMemory<byte> document, bool dryRun, CancellationToken ct)
    {
        var given = ImportDocument.Open(document).Select(ImportedService.Read).ToList();
        var known = await Know(new ImportKnown(), [.. given.Select(g => g.Hsds).OfType<HsdsService>()], ct);
        var items = new List<ImportItem>(given.Count);
        foreach (var service in given)
        {
            items.Add(await Take(call, service, known, dryRun, ct));
        }

        return new ImportReport(dryRun, items);
    }

    private async Task<ImportItem> Take(Call call, ImportedService given, ImportKnown known, bool dryRun, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var plan = new ImportPlanning(known, codes, call.Organization, clock.GetUtcNow().Kept()).Plan(given);
            try
            {
                Demand(call.Caller.Scopes, plan);
                var etag = plan.Saves && !dryRun ? (await Save(call, plan, ct)).Etag : plan.Etag ?? "";
                return plan.Saves ? Remember(known, plan, etag) : plan.Item;
            }
            catch (Fault fault) when (attempt < Attempts && fault.Kind is FaultKind.Aborted or FaultKind.Unavailable)
            {
                // Somebody else was faster; look again.
                await Know(known, [given.Hsds!], ct);
            }
            catch (Fault fault) when (fault.Kind is not FaultKind.Unavailable)
            {
                IReadOnlyList<FieldFault> faults = fault.Fields.Count > 0 ? fault.Fields : [new FieldFault("", fault.Reason, fault.Message)];
                return plan.Item with { Result = ImportItem.WasRejected, Issues = [.. faults.Select(ImportIssue.Error)] };
            }
        }
    }

    /// <summary>Refuses what the caller's token does not allow, although it allows to import.</summary>
    private static void Demand(ScopeSet scopes, ImportPlan plan)
    {
        (bool Needed, string Resource, char Interaction)[] needs =
        [
            (plan.Item.Result == ImportItem.WasUpdated, "HealthcareService", 'u'),
            (plan.NewOrganization is not null, "Organization", 'c'),
            (plan.NewPlaces.Count > 0, "Location", 'c'),
            (plan.ChangedPlaces.Count > 0, "Location", 'u'),
        ];
        foreach (var (_, resource, interaction) in needs.Where(n => n.Needed && !scopes.Allows(n.Resource, n.Interaction)))
        {
            throw new Fault(FaultKind.PermissionDenied, "SCOPE_MISSING", $"This needs the scope system/{resource}.{interaction}.");
        }
    }

    private Task<ServiceAnswer> Save(Call call, ImportPlan plan, CancellationToken ct)
    {
        var (said, entry, requestId) = (plan.Said!, plan.Entry!, Guid.CreateVersion7());
        return plan.Etag is { } etag
            ? services.Run(call, requestId, entry, said.Id, etag, plan.Event, Change, ct)
            : account.Saves.Run(call, requestId, entry, Open, answer => answer.Id, ct);

        async Task<ServiceAnswer> Open(Save save)
        {
            await ImportSurroundings.Save(save.Db, plan, ct);
            save.Db.Add(said);
            save.Tell(plan.Event, said);
            return ServiceAnswer.Of(said);
        }

        async Task Change(Save save, Service service)
        {
            await ImportSurroundings.Save(save.Db, plan, ct);
            await ServiceParts.Load(save.Db, said.Id, ct);
            ServiceParts.Replace(service, said);
            foreach (var at in service.ServiceAtLocations)
            {
                at.Description = said.ServiceAtLocations.Find(a => a.LocationId == at.LocationId)!.Description;
            }

            service.PausedUntil = service.Status == said.Status ? service.PausedUntil : null;
            service.Status = said.Status;
        }
    }

    private static ImportItem Remember(ImportKnown known, ImportPlan plan, string etag)
    {
        var said = plan.Said!;
        (known.Services[said.Id], known.Etags[said.Id]) = (said, etag);
        if (plan.NewOrganization is { } organization)
        {
            known.Organizations[organization.Id] = organization;
        }

        foreach (var place in plan.NewPlaces.Concat(plan.ChangedPlaces.Select(p => p.Said)))
        {
            known.Places[place.Id] = place;
        }

        foreach (var at in said.ServiceAtLocations)
        {
            known.AtPlaces[at.Id] = (said.Id, at.LocationId);
        }

        return plan.Item;
    }

    private Task<ImportKnown> Know(ImportKnown known, IReadOnlyList<HsdsService> hsds, CancellationToken ct) => account.OneMoment(
        async db =>
        {
            await known.Read(db, hsds, ct);
            return known;
        },
        ct);
}
