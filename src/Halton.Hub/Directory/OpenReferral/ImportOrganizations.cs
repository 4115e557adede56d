using Halton.Hub.Directory.Maintaining;
using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>Finds the organisation of a document's service: by id, else by a register number, else it is new and the caller's.</summary>
internal sealed class ImportOrganizations(ImportKnown known, ImportNotes notes, string caller, DateTimeOffset now)
{
    /// <summary>The organisation, and whether it is new; null when there is none that the caller keeps, which is noted.</summary>
    public (Organization? Organization, bool IsNew) Of(HsdsService hsds, Service? current)
    {
        var given = hsds.Organization;
        var id = given?.Id ?? hsds.OrganizationId;
        if (id is null && given is null && current is not null)
        {
            return (known.Organizations[current.OrganizationId], false);
        }

        var field = given is null ? "organization_id" : "organization.id";
        notes.Stands("organization_id", field);
        if (notes.Check.Id(id, field) is var read && !Guid.TryParseExact(id, "D", out _))
        {
            return (null, false);
        }

        var found = known.Organizations.GetValueOrDefault(read) ?? (given is null ? null : known.Registered(given));
        if (found is not null)
        {
            notes.Check.That(found.MaintainedBy == caller, field, "NOT_YOURS", "Another organisation keeps this entry. Only its maintainer may change it.");
            if (found.MaintainedBy == caller && given is not null && !ImportSameness.Same(found, OrganizationChecks.Check(new FieldChecks(), ImportWords.Of(given), read, caller, now)))
            {
                notes.Warn("organization", "ORGANIZATION_KEPT", "The hub has this organisation otherwise; an import of services does not change it.");
            }

            return (found, false);
        }

        if (!notes.Check.That(given is not null, field, "ORGANIZATION_UNKNOWN", "There is no such organisation; describe it, and it is taken up."))
        {
            return (null, false);
        }

        return (New(given!, read), true);
    }

    private Organization New(HsdsOrganization given, Guid id)
    {
        var check = new FieldChecks();
        var organization = OrganizationChecks.Check(check, ImportWords.Of(given), id, caller, now);
        organization.Identifiers = [.. check.Each([.. ImportWords.Each(given.OrganizationIdentifiers, "").Select(i => i.Item)], "organization_identifiers", 10).Select(i => new OrganizationIdentifier
        {
            Id = Guid.CreateVersion7(now),
            OrganizationId = id,
            IdentifierScheme = check.Words(i.Item.IdentifierScheme, $"{i.Path}.identifier_scheme", 50),
            IdentifierType = check.NeededWords(i.Item.IdentifierType, $"{i.Path}.identifier_type", 100),
            Identifier = check.NeededWords(i.Item.Identifier, $"{i.Path}.identifier", 100),
        })];
        notes.Take("organization.", check);
        return organization;
    }
}
