using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Patients;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Discharge;

/// <summary>
/// Records an admission and opens the stay, seen from then on by the trust and by the council of the area where the person lives. Faults:
/// SITE_UNKNOWN, ALREADY_ADMITTED, SPELL_ALREADY_RECORDED.
/// </summary>
public sealed class RecordAdmission(OneSave saves, CodeSystems codes, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<DischargeStatus> Run(Call call, Request request, CancellationToken ct) => Run(call, Check(call, request), ct);

    /// <summary>Runs a checked one once.</summary>
    internal Task<DischargeStatus> Run(Call call, Admission admission, CancellationToken ct) => saves.Run(
        call, admission.RequestId, admission.Request, async save => Open(save, admission.Stay, await Councils(save.Db, admission.Stay, ct)), s => s.Id, ct);

    /// <summary>Checks its fields.</summary>
    internal Admission Check(Call call, Request request)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var now = clock.GetUtcNow().Kept();
        var at = check.Past(request.AdmittedAt, "admitted_at", now);
        var day = LondonTime.Day(at);
        var (number, status) = NhsNumberField.Check(check, codes, request.NhsNumber, request.NhsNumberStatus, day);
        var stayId = Guid.CreateVersion7(now);
        var stay = new Stay
        {
            Id = stayId,
            Trust = call.Organization,
            Site = check.Text(request.Site, "site", 20),
            Ward = check.Text(request.Ward, "ward", 60),
            SpellIdentifier = check.Text(request.SpellIdentifier, "spell_identifier", 50),
            NhsNumber = number?.Digits,
            NhsNumberStatus = status,
            AdmittedAt = at,
            AdmissionMethod = codes.Check(check, "admission_method", DischargeCodes.AdmissionMethod, request.AdmissionMethod, day, required: false)?.Code,
            AdmitSource = codes.Check(check, "admit_source", DischargeCodes.AdmitSource, request.AdmitSource, day, required: false)?.Code,
            PlannedDischargeDate = check.OptionalDay(request.PlannedDischargeDate, "planned_discharge_date"),
            ChangedAt = now,
            Patient = PatientField.Check(check, request.Patient, clock.Today()),
        };
        check.That(stay.PlannedDischargeDate is not { } planned || planned >= day, "planned_discharge_date", "BEFORE_ADMISSION", "The day is before the admission.");
        check.Settle();
        return new Admission(requestId, request, stay);
    }

    /// <summary>The councils of the area where the person of a stay lives. Fault: SITE_UNKNOWN.</summary>
    internal static async Task<List<string>> Councils(HubDb db, Stay stay, CancellationToken ct)
    {
        if (!await db.Sites.AnyAsync(s => s.Code == stay.Site && s.Organization == stay.Trust, ct))
        {
            throw Fault.Invalid("site", "SITE_UNKNOWN", "This is not the ODS code of one of your hospital sites.");
        }

        var area = stay.Patient!.LocalAuthority;
        return await db.Organizations.Where(o => o.LocalAuthority != null && o.LocalAuthority == area).Select(o => o.Code).ToListAsync(ct);
    }

    /// <summary>Opens the stay and tells of it.</summary>
    internal static DischargeStatus Open(Save save, Stay stay, IEnumerable<string> councils)
    {
        stay.ShowTo(councils);
        save.Db.Stays.Add(stay);
        return save.Tell(DischargeEvents.Admitted, DischargeStatus.Of(stay));
    }

    /// <summary>The request.</summary>
    public sealed record Request(
        string RequestId,
        string? NhsNumber,
        Coding? NhsNumberStatus,
        PatientField.Request? Patient,
        string SpellIdentifier,
        string Site,
        string Ward,
        DateTimeOffset? AdmittedAt,
        Coding? AdmissionMethod,
        Coding? AdmitSource,
        string? PlannedDischargeDate);
}
