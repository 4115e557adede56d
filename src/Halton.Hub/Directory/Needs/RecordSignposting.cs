using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Directory.Needs;

/// <summary>
/// Records that somebody was pointed to a service for a need, or that nothing was found and why. Faults: TERM_UNKNOWN,
/// SERVICE_UNKNOWN, SERVICE_RETIRED, REASON_REQUIRED, REASON_WITH_SERVICE, OUTCOME_DUE_INVALID, LOOKS_LIKE_A_PERSON and those of codes.
/// </summary>
public sealed class RecordSignposting(DirectoryAccount account, CodeSystems codes, TimeProvider clock)
{
    private const int LongestNote = 280;
    private const int FarthestDueDays = 365;

    /// <summary>Runs it once.</summary>
    public Task<Signposting> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var (now, today) = (clock.GetUtcNow().Kept(), clock.Today());
        var requestId = check.Id(request.RequestId, "request_id");
        var needId = check.Id(request.NeedId, "need_id");
        Guid? serviceId = string.IsNullOrEmpty(request.ServiceId) ? null : check.Id(request.ServiceId, "service_id");
        var reason = Code(request.UnmetReason, "unmet_reason", DirectoryCodes.UnmetReason, required: false);
        check.That(serviceId is not null || !string.IsNullOrEmpty(request.UnmetReason), "unmet_reason", "REASON_REQUIRED", "Name the service, or why nothing was found.");
        check.That(serviceId is null || string.IsNullOrEmpty(request.UnmetReason), "unmet_reason", "REASON_WITH_SERVICE", "Name the service, or why nothing was found, not both.");
        var channel = Code(request.Channel, "channel", DirectoryCodes.Channel, required: true);
        var ward = Code(request.Ward, "ward", DirectoryCodes.Ward, required: false);
        var due = check.OptionalDay(request.OutcomeDue, "outcome_due");
        check.That(due is null || (due >= today && due <= today.AddDays(FarthestDueDays)), "outcome_due", "OUTCOME_DUE_INVALID", "From today to a year from now.");
        var note = check.OptionalText(request.Note, "note", LongestNote);
        PersonTrace.Refuse(check, note, "note");
        check.Settle();
        return account.Saves.Run(call, requestId, request, Record, s => s.Id, ct);

        string? Code(string? code, string field, string system, bool required) =>
            codes.Check(check, field, system, string.IsNullOrEmpty(code) ? null : new Coding("", code), today, required)?.Code;

        async Task<Signposting> Record(Save save)
        {
            var signposting = new Signposting
            {
                Id = Guid.CreateVersion7(now),
                RecordedBy = call.Organization,
                NeedId = needId,
                ServiceId = serviceId,
                ServiceMaintainedBy = await Maintainer(save.Db, needId, serviceId, ct),
                UnmetReason = reason,
                Channel = channel!,
                Ward = ward,
                OutcomeDue = due,
                Note = note,
                RecordedAt = save.Now,
            };
            save.Db.Add(signposting);
            save.Tell(DirectoryEvents.Signposted, signposting);
            return signposting;
        }
    }

    private static async Task<string?> Maintainer(HubDb db, Guid needId, Guid? serviceId, CancellationToken ct)
    {
        var check = new FieldChecks();
        check.That(await db.Set<TaxonomyTerm>().AnyAsync(t => t.Id == needId, ct), "need_id", "TERM_UNKNOWN", "There is no such term.");
        var service = serviceId is null ? null : await db.Set<Service>().Where(s => s.Id == serviceId).Select(s => new { s.MaintainedBy, s.Status }).SingleOrDefaultAsync(ct);
        check.That(serviceId is null || service is not null, "service_id", "SERVICE_UNKNOWN", "There is no such service.");
        check.Settle();
        return service is { Status: ServiceStatus.Defunct } ? throw DirectoryFaults.ServiceRetired() : service?.MaintainedBy;
    }

    /// <summary>The request. It names no person, and nothing in it may lead to one.</summary>
    /// <param name="RequestId">The caller's id of the request, a UUID.</param>
    /// <param name="NeedId">The need, a taxonomy term.</param>
    /// <param name="ServiceId">The service; left out when nothing was found.</param>
    /// <param name="UnmetReason">Why nothing was found: none, full, too_far, not_eligible, not_open or too_costly.</param>
    /// <param name="Channel">How: in_person, telephone, video, online or letter.</param>
    /// <param name="Ward">Code of the electoral ward where help was asked for.</param>
    /// <param name="OutcomeDue">The day by which word of what became of it is due, YYYY-MM-DD, at most a year from now.</param>
    /// <param name="Note">A note of at most 280 characters.</param>
    public sealed record Request(
        string RequestId, string NeedId, string? ServiceId, string? UnmetReason, string Channel, string? Ward, string? OutcomeDue, string? Note);
}
