using System.Text.RegularExpressions;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Access;

/// <summary>Lets a program call the hub for an organisation, and takes up the organisation when it is new. For operators, on the owner's connection.</summary>
public sealed partial class AddPartner(HubDb db, TimeProvider clock)
{
    /// <summary>Adds the partner; running hubs know it within seconds.</summary>
    public async Task Run(NewPartner partner, CancellationToken ct)
    {
        Check(partner);
        if (await db.Partners.AnyAsync(p => p.Id == partner.Id, ct))
        {
            throw new Fault(FaultKind.AlreadyExists, "PARTNER_EXISTS", "There is a partner of that id. Replace its keys with partner rotate, or choose another id.");
        }

        await DemandOrganization(partner, ct);
        var scopes = partner.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct();
        db.Partners.Add(new Partner
        {
            Id = partner.Id,
            Organization = partner.Organization,
            Scopes = [.. scopes],
            Purposes = [.. partner.Purposes.Distinct()],
            RatePerSecond = partner.RatePerSecond,
            Burst = partner.Burst,
            Keys = [.. PublicKeys.Read(partner.Jwks, partner.Id, clock.GetUtcNow())],
        });
        await db.SaveChangesAsync(ct);
    }

    private static void Check(NewPartner partner)
    {
        var checks = new FieldChecks();
        checks.That(IdShape().IsMatch(partner.Id), "id", "PARTNER_ID", "1 to 64 lower-case letters, digits and hyphens, the first no hyphen.");
        checks.That(OrganizationShape().IsMatch(partner.Organization), "organization", "ORGANIZATION_CODE", "1 to 20 upper-case letters, digits and hyphens.");
        checks.That(ScopeSet.TryParse(partner.Scope, out _), "scope", "INVALID_SCOPE", "SMART v2 system scopes separated by spaces, for example system/Encounter.rs.");
        checks.That(
            partner.Purposes.Count > 0 && partner.Purposes.All(p => PurposeShape().IsMatch(p)),
            "purpose",
            "PURPOSE_REQUIRED",
            "Codes of HL7 v3 ActReason, for example TREAT.");
        checks.That(partner.LocalAuthority is null || GssShape().IsMatch(partner.LocalAuthority), "local-authority", "GSS_CODE", "A GSS code, for example E06000006.");
        checks.That(partner.RatePerSecond is > 0 and <= 100_000, "rate", "OUT_OF_RANGE", "1 to 100000 calls a second.");
        checks.That(partner.Burst is > 0 and <= 100_000, "burst", "OUT_OF_RANGE", "1 to 100000 calls.");
        checks.Settle();
    }

    private async Task DemandOrganization(NewPartner partner, CancellationToken ct)
    {
        if (await db.Organizations.AsNoTracking().FirstOrDefaultAsync(o => o.Code == partner.Organization, ct) is { } known)
        {
            if ((partner.Kind ?? known.Kind) != known.Kind || (partner.LocalAuthority ?? known.LocalAuthority) != known.LocalAuthority)
            {
                throw new Fault(FaultKind.FailedPrecondition, "ORGANIZATION_DIFFERS", $"The hub knows that organisation as {known.Kind} {known.LocalAuthority}. Leave out what differs.");
            }

            return;
        }

        var checks = new FieldChecks();
        var name = checks.Text(partner.OrganizationName, "organization-name", 200);
        checks.That(partner.Kind is not null, "kind", "REQUIRED", $"The organisation is new: say what it is, one of {string.Join(", ", Enum.GetNames<OrganizationKind>())}.");
        checks.Settle();
        db.Organizations.Add(new Organization { Code = partner.Organization, Name = name, Kind = partner.Kind!.Value, LocalAuthority = partner.LocalAuthority });
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,63}\z")]
    private static partial Regex IdShape();

    [GeneratedRegex(@"\A[A-Z0-9-]{1,20}\z")]
    private static partial Regex OrganizationShape();

    [GeneratedRegex(@"\A[A-Z]{2,30}\z")]
    private static partial Regex PurposeShape();

    [GeneratedRegex(@"\A[A-Z][0-9]{8}\z")]
    private static partial Regex GssShape();
}
