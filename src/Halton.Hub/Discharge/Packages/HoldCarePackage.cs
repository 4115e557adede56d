using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Discharge.Packages;

/// <summary>
/// Says that somebody in hospital has care at home, by whom: the provider hears that the package is on hold. Faults: DISCHARGE_NOT_FOUND, STAY_CLOSED, PROVIDER_UNKNOWN,
/// CARE_PACKAGE_ALREADY_HELD.
/// </summary>
public sealed class HoldCarePackage(OneSave saves, TimeProvider clock)
{
    // UK Core: present and verified.
    private const string Verified = "01";

    /// <summary>Runs it once.</summary>
    public Task<CarePackageState> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var stayId = check.Id(request.DischargeId, "discharge_id");
        var provider = check.Text(request.Provider, "provider", 60);
        var reference = check.OptionalText(request.Reference, "reference", 60);
        check.Settle();
        return saves.Run(call, requestId, request, save => Hold(save, stayId, provider, reference, ct), package => package.Id, ct);
    }

    private async Task<CarePackageState> Hold(Save save, Guid stayId, string provider, string? reference, CancellationToken ct)
    {
        var stay = await StayForChange.Load(save.Db, save.Organization, stayId, ct);
        if (!stay.Open)
        {
            throw DischargeFaults.StayClosed();
        }

        if (!await save.Db.Organizations.AnyAsync(o => o.Code == provider && o.Kind == OrganizationKind.HomeCareProvider, ct))
        {
            throw Fault.Invalid("provider", "PROVIDER_UNKNOWN", "The hub knows no home-care provider of this code.");
        }

        var package = new CarePackage
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            StayId = stay.Id,
            Provider = provider,
            Reference = reference,
            Trust = stay.Trust,
            Site = stay.Site,
            NhsNumber = stay.NhsNumberStatus == Verified ? stay.NhsNumber : null,
            AdmittedAt = stay.AdmittedAt,
            ChangedAt = save.Now,
        };
        save.Db.Add(package);
        return save.Tell(package);
    }

    /// <summary>The request.</summary>
    public sealed record Request(string RequestId, string DischargeId, string Provider, string? Reference);
}
