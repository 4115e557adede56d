using Halton.Hub.Data;
using Halton.Hub.Directory.Maintaining;
using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>
/// Decides what is to become of one service of a document, by the rules that hold for maintainers. Status and day of assurance are the
/// document's; whether it takes people now is the hub's own and stays. A service that shows none of its parts, as lists do, keeps them.
/// </summary>
internal sealed class ImportPlanning(ImportKnown known, CodeSystems codes, string caller, DateTimeOffset now)
{
    /// <summary>Decides.</summary>
    public ImportPlan Plan(ImportedService given)
    {
        var notes = new ImportNotes();
        if (given.Hsds is not { } hsds)
        {
            return new ImportPlan(new ImportItem(given.Index, null, null, ImportItem.WasRejected, [ImportIssue.Error(given.Unreadable!)]));
        }

        var id = notes.Check.Id(hsds.Id, "id");
        var current = known.Services.GetValueOrDefault(id);
        if (current is not null && current.MaintainedBy != caller)
        {
            var others = DirectoryFaults.NotYours();
            return new ImportPlan(Item(ImportItem.WasRejected) with { Issues = [ImportIssue.Error(new FieldFault("id", others.Reason, others.Message))] });
        }

        hsds = current is null ? hsds : Filled(hsds, known.Shown(current));
        var (organization, isNew) = new ImportOrganizations(known, notes, caller, now).Of(hsds, current);
        var places = new ImportPlaces(known, codes, notes, caller, now);
        var at = places.Of(hsds, current, organization);
        var entry = ImportWords.Of(hsds, notes) with
        {
            OrganizationId = (organization?.Id ?? Guid.Empty).ToString(),
            Intake = current?.Intake,
            LocationIds = [.. at.Select(a => a.Place.ToString())],
            TermIds = Terms(hsds, notes),
        };
        entry = entry with { Schedules = ImportPlaces.Scoped(entry.Schedules, hsds, at, notes) };
        var said = ImportPlaces.Kept(EntryChecks.Check(notes.Check, codes, entry, id, caller, current?.Confidential ?? false, now), at);
        Rest(said, hsds, notes);
        if (current is { Status: ServiceStatus.Defunct } && !notes.Wrong && !ImportSameness.Same(current, said, hsds.AssuredDate is not null))
        {
            notes.Check.That(false, "status", DirectoryFaults.ServiceRetired().Reason, DirectoryFaults.ServiceRetired().Message);
        }

        if (notes.Wrong)
        {
            return new ImportPlan(Item(ImportItem.WasRejected));
        }

        var same = current is not null && ImportSameness.Same(current, said, hsds.AssuredDate is not null) && places.Changed.Count + places.New.Count == 0;
        return new ImportPlan(Item(current is null ? ImportItem.WasCreated : same ? ImportItem.WasUnchanged : ImportItem.WasUpdated))
        {
            Entry = entry,
            Said = said,
            Etag = current is null ? null : known.Etags[id],
            Event = current is null ? DirectoryEvents.Created : Told(current.Status, said.Status),
            NewOrganization = isNew ? organization : null,
            NewPlaces = places.New,
            ChangedPlaces = places.Changed,
        };

        ImportItem Item(string result) => new(given.Index, hsds.Id, hsds.Name, result, notes.Issues);
    }

    private List<string> Terms(HsdsService hsds, ImportNotes notes)
    {
        var terms = new List<string>();
        foreach (var (attribute, path) in ImportWords.Each(hsds.Attributes, "attributes"))
        {
            if (known.Term(attribute)?.ToString() is not { } term)
            {
                notes.Warn($"{path}.taxonomy_term", "TERM_UNKNOWN", "The directory has no such term, neither by id, web address, nor name and taxonomy; it was left out.");
            }
            else if (!terms.Contains(term))
            {
                notes.Stands($"term_ids[{terms.Count}]", $"{path}.taxonomy_term");
                terms.Add(term);
            }
        }

        return terms;
    }

    /// <summary>What the document says of a service and an entry does not.</summary>
    private void Rest(Service said, HsdsService hsds, ImportNotes notes)
    {
        said.Status = ImportWords.Line(hsds.Status) ?? "";
        notes.Check.That(ServiceStatus.All.Contains(said.Status), "status", "STATUS_UNKNOWN", "One of active, inactive, defunct, temporarily closed.");
        var assured = notes.Check.OptionalDay(ImportWords.Day(hsds.AssuredDate), "assured_date");
        notes.Check.That(assured is null || assured <= LondonTime.Day(now), "assured_date", "IN_THE_FUTURE", "The day has not come yet.");
        said.AssuredDate = assured ?? said.AssuredDate;
        var desks = ImportWords.Desks(hsds);
        for (var i = 0; i < said.Contacts.Count; i++)
        {
            for (var j = 0; j < said.Contacts[i].Phones.Count; j++)
            {
                said.Contacts[i].Phones[j].Description = notes.Check.Words(ImportWords.Line(desks[i].Phones![j].Description), $"contacts[{i}].phones[{j}].description", 200);
            }
        }
    }

    private static HsdsService Filled(HsdsService hsds, HsdsService shown)
    {
        object?[] parts = [hsds.Schedules, hsds.ServiceAreas, hsds.ServiceAtLocations, hsds.Languages, hsds.Funding, hsds.CostOptions, hsds.Contacts, hsds.Attributes];
        return parts.Any(p => p is not null)
            ? hsds
            : hsds with
            {
                Schedules = shown.Schedules,
                ServiceAreas = shown.ServiceAreas,
                ServiceAtLocations = shown.ServiceAtLocations,
                Languages = shown.Languages,
                Funding = shown.Funding,
                CostOptions = shown.CostOptions,
                Contacts = shown.Contacts,
                Attributes = shown.Attributes,
            };
    }

    private static string Told(string before, string after) => after == before ? DirectoryEvents.Updated : after switch
    {
        ServiceStatus.Defunct => DirectoryEvents.Retired,
        ServiceStatus.Active => DirectoryEvents.Resumed,
        _ => DirectoryEvents.Paused,
    };
}
