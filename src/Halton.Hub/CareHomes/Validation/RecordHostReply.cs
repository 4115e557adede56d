using Halton.Hub.Access;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Validation;

/// <summary>
/// Records that a host authority was told and asked about a home outside the council's area, and what it answered: whether there is
/// something, never a case. It opens the validation where there is none; an answer after a reopening is fresh evidence. Faults:
/// CARE_HOME_NOT_FOUND, IN_BOROUGH, REPLIED_BEFORE_ASKED, NOT_EXPECTED, LOOKS_LIKE_A_PERSON and those of codes.
/// </summary>
public sealed class RecordHostReply(OneSave saves, CodeSystems codes, TimeProvider clock)
{
    private const string NoAnswer = "Only an answer can say so: give replied_on.";

    /// <summary>Runs it once.</summary>
    public Task<ValidationState> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var today = clock.Today();
        var requestId = check.Id(request.RequestId, "request_id");
        var reference = HomeReference.Check(check, request.CareHome);
        var contacted = check.PastDay(request.ContactedOn, "contacted_on", today);
        var replied = check.OptionalPastDay(request.RepliedOn, "replied_on", today);
        check.That(replied is null || replied >= contacted, "replied_on", "REPLIED_BEFORE_ASKED", "The answer is before the question.");
        var answered = !string.IsNullOrEmpty(request.RepliedOn);
        var concerns = codes.Check(check, "concerns", CareHomeCodes.HostConcern, request.Concerns, replied ?? contacted, required: answered)?.Code;
        check.That(answered || concerns is null, "concerns", "NOT_EXPECTED", NoAnswer);
        check.That(answered || !request.PlacementsSuspended, "placements_suspended", "NOT_EXPECTED", NoAnswer);
        check.That(answered || !request.OpenEnquiries, "open_enquiries", "NOT_EXPECTED", NoAnswer);
        check.That(answered || !request.ProviderFailure, "provider_failure", "NOT_EXPECTED", NoAnswer);
        var hosts = answered ? check.Text(request.Reference, "reference", 60) : check.OptionalText(request.Reference, "reference", 60) ?? "";
        PersonTrace.RefuseInReference(check, hosts, "reference");
        check.Settle();
        return saves.Run(call, requestId, request, Record, v => v.Id, ct);

        async Task<ValidationState> Record(Save save)
        {
            var home = await save.Db.Home(reference, ct);
            if (!home.LiesOutside(await save.Db.Area(call.Organization, ct)))
            {
                throw CareHomeFaults.InBorough();
            }

            save.Db.Add(new HostReply
            {
                Id = Guid.CreateVersion7(save.Now),
                HomeId = home.Id,
                Council = call.Organization,
                ContactedOn = contacted,
                RepliedOn = replied,
                Acknowledged = request.Acknowledged,
                Concerns = concerns,
                PlacementsSuspended = request.PlacementsSuspended,
                OpenEnquiries = request.OpenEnquiries,
                ProviderFailure = request.ProviderFailure,
                Reference = hosts,
                RecordedAt = save.Now,
            });
            return (await RevalidateHome.Run(save, call.Organization, home, new ValidationAct { Opens = true }, ct))!;
        }
    }

    /// <summary>The request.</summary>
    public sealed record Request(
        string RequestId,
        string CareHome,
        string ContactedOn,
        string? RepliedOn,
        bool Acknowledged,
        Coding? Concerns,
        bool PlacementsSuspended,
        bool OpenEnquiries,
        bool ProviderFailure,
        string? Reference);
}
