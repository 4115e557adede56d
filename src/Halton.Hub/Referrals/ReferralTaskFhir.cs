using Halton.Hub.Foundation;
using Halton.Hub.Transport.Fhir;
using Hl7.Fhir.Model;
using Hl7.Fhir.Utility;
using Microsoft.Extensions.DependencyInjection;
using FhirTask = Hl7.Fhir.Model.Task;

namespace Halton.Hub.Referrals;

/// <summary>What becomes of a referral, as a Task of code <c>referral</c> whose focus is what is asked. A referral that was passed on is cancelled here, and names the one that goes on.</summary>
public sealed class ReferralTaskFhir(FhirWords words)
{
    /// <summary>The code that tells these tasks from others.</summary>
    public const string Code = "referral";

    /// <summary>The extensions that it can carry.</summary>
    public static IReadOnlyList<HubExtension> Extensions => [ReceivedAt, AcceptedAt, ReferralHistoryFhir.Triage, ReferralHistoryFhir.Allocation, ReferralHistoryFhir.Contact];

    private static readonly HubExtension ReceivedAt = new("received-at", "dateTime", "When the service first looked at the referral.", "Task");
    private static readonly HubExtension AcceptedAt = new("accepted-at", "dateTime", "When the service accepted the referral.", "Task");

    private static readonly Dictionary<string, FhirTask.TaskStatus> States = new()
    {
        [Referral.Requested] = FhirTask.TaskStatus.Requested,
        [Referral.Received] = FhirTask.TaskStatus.Received,
        [Referral.Accepted] = FhirTask.TaskStatus.Accepted,
        [Referral.InProgress] = FhirTask.TaskStatus.InProgress,
        [Referral.Completed] = FhirTask.TaskStatus.Completed,
        [Referral.Rejected] = FhirTask.TaskStatus.Rejected,
        [Referral.Cancelled] = FhirTask.TaskStatus.Cancelled,
        [Referral.Redirected] = FhirTask.TaskStatus.Cancelled,
    };

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Statuses =
        States.GroupBy(s => EnumUtility.GetLiteral(s.Value)).ToDictionary(same => same.Key, same => (IReadOnlyList<string>)[.. same.Select(s => s.Key)]);

    /// <summary>Tells it.</summary>
    public FhirTask Tell(ReferralState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var told = new FhirTask
        {
            Id = state.Id.ToString(),
            Meta = FhirWords.Meta(state.Etag, state.ChangedAt),
            Status = States[state.State],
            StatusReason = words.Concept(state.State == Referral.Cancelled ? ReferralCodes.CancelReason : ReferralCodes.RejectionReason, state.EndReason, state.EndText),
            Intent = FhirTask.TaskIntent.Order,
            Code = words.Concept(FhirNames.TaskKind, Code),
            Focus = FhirWords.To("ServiceRequest", state.Id),
            For = FhirWords.Patient(state.NhsNumber),
            Encounter = FhirWords.To("Encounter", state.StayId),
            AuthoredOnElement = FhirWords.Moment(state.RequestedAt),
            LastModifiedElement = FhirWords.Moment(state.ChangedAt),
            ExecutionPeriod = state.FirstContactAt is null && state.EndedAt is null
                ? null
                : new Period { StartElement = FhirWords.Moment(state.FirstContactAt), EndElement = FhirWords.Moment(state.EndedAt) },
            Requester = FhirWords.Organization(state.Requester),
            Owner = FhirWords.Organization(state.Performer),
            Output =
            [
                .. new[]
                {
                    Output("referral-outcome", words.Concept(ReferralCodes.Outcome, state.Outcome)),
                    Output("redirected-to", FhirWords.To("ServiceRequest", state.RedirectedTo)),
                    Output("follow-up-due", FhirWords.Day(state.FollowUpDue)),
                    Output("follow-up-asked-at", FhirWords.Moment(state.FollowUpAskedAt)),
                    Output("followed-up-on", FhirWords.Day(state.FollowedUpOn)),
                    Output("follow-up-outcome", words.Concept(ReferralCodes.FollowUpOutcome, state.FollowUpOutcome)),
                }.OfType<FhirTask.OutputComponent>(),
            ],
        };
        ReceivedAt.Put(told, FhirWords.Moment(state.ReceivedAt));
        AcceptedAt.Put(told, FhirWords.Moment(state.AcceptedAt));
        if (state.History is { } history)
        {
            ReferralHistoryFhir.Put(told, history, words);
        }

        return told;
    }

    /// <summary>Adds what became of a referral to what was asked.</summary>
    internal static ReferralState Take(ReferralState asked, FhirTask from, FhirTaking taking)
    {
        taking.Kind(from, Code);
        var to = taking.Reference(Made<ResourceReference>(from, "redirected-to"), "ServiceRequest", "output(redirected-to)");
        var state = from.Status == FhirTask.TaskStatus.Cancelled ? (to is null ? Referral.Cancelled : Referral.Redirected) : taking.State(from.Status, States);
        var reasons = state == Referral.Cancelled ? ReferralCodes.CancelReason : ReferralCodes.RejectionReason;
        taking.Check.That(taking.Reference(from.Focus, "ServiceRequest", "focus", required: true) == asked.Id, "focus", "REFERENCE_UNKNOWN", "The focus is what is asked.");
        return asked with
        {
            State = state,
            RedirectedTo = to,
            ReceivedAt = taking.Moment(ReceivedAt.Get<FhirDateTime>(from), "extension(received-at)"),
            AcceptedAt = taking.Moment(AcceptedAt.Get<FhirDateTime>(from), "extension(accepted-at)"),
            FirstContactAt = taking.Moment(from.ExecutionPeriod?.StartElement, "executionPeriod.start"),
            EndedAt = taking.Moment(from.ExecutionPeriod?.EndElement, "executionPeriod.end"),
            EndReason = from.StatusReason?.Coding.Count > 0 ? taking.Code(from.StatusReason, reasons, "statusReason") : null,
            EndText = taking.Check.OptionalText(from.StatusReason?.Text, "statusReason.text", 500, lines: true),
            Outcome = taking.Code(Made<CodeableConcept>(from, "referral-outcome"), ReferralCodes.Outcome, "output(referral-outcome)"),
            FollowUpDue = taking.Day(Made<Date>(from, "follow-up-due")?.Value, "output(follow-up-due)"),
            FollowUpAskedAt = taking.Moment(Made<FhirDateTime>(from, "follow-up-asked-at"), "output(follow-up-asked-at)"),
            FollowedUpOn = taking.Day(Made<Date>(from, "followed-up-on")?.Value, "output(followed-up-on)"),
            FollowUpOutcome = taking.Code(Made<CodeableConcept>(from, "follow-up-outcome"), ReferralCodes.FollowUpOutcome, "output(follow-up-outcome)"),
            History = ReferralHistoryFhir.Take(from, taking),
        };
    }

    /// <summary>How the FHIR door finds what becomes of referrals.</summary>
    internal static FhirSource Source(IServiceProvider services) => new(
        "Task",
        Code,
        "What becomes of referrals.",
        [.. Statuses.Keys],
        [],
        async (call, id, ct) => services.GetRequiredService<ReferralTaskFhir>().Tell(await services.GetRequiredService<GetReferral>().Run(call, id, full: true, ct)),
        async (call, query, ct) =>
        {
            var page = await services.GetRequiredService<ListReferrals>().Run(call, ReferralFhir.Filter(query, Statuses), query.Count, query.PageToken, full: true, ct);
            return new FhirPage([.. page.Referrals.Select(services.GetRequiredService<ReferralTaskFhir>().Tell)], page.NextPageToken);
        },
        Extensions);

    private FhirTask.OutputComponent? Output(string name, DataType? value) => value is null ? null : new() { Type = words.Concept(FhirNames.TaskInput, name)!, Value = value };

    private static T? Made<T>(FhirTask from, string name)
        where T : DataType => from.Output.Find(o => o.Type?.Coding.Exists(c => c.System == FhirNames.TaskInput && c.Code == name) == true)?.Value as T;
}
