using Halton.Hub.CareHomes;
using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.Fhir;
using Hl7.Fhir.Model;
using Hl7.Fhir.Utility;
using Microsoft.Extensions.DependencyInjection;
using FhirTask = Hl7.Fhir.Model.Task;

namespace Halton.Hub.Placement.Reservations;

/// <summary>A held bed as a Task of code <c>bed-reservation</c>, and back: in progress while it is held.</summary>
public sealed class ReservationFhir(FhirWords words, CodeSystems codes)
{
    /// <summary>The code that tells these tasks from others.</summary>
    public const string Code = "bed-reservation";

    /// <summary>The extensions that it can carry.</summary>
    public static IReadOnlyList<HubExtension> Extensions => [PartiesFhir.Trust, PartiesFhir.Council, LongestUntil];

    private static readonly HubExtension LongestUntil = new("held-at-most-until", "dateTime", "Until when the hold of a bed can be extended at most.", "Task");

    private static readonly Dictionary<string, FhirTask.TaskStatus> States = new()
    {
        [BedHold.Held] = FhirTask.TaskStatus.InProgress,
        [BedHold.Released] = FhirTask.TaskStatus.Cancelled,
        [BedHold.Expired] = FhirTask.TaskStatus.Failed,
        [BedHold.Admitted] = FhirTask.TaskStatus.Completed,
    };

    private readonly NeedsFhir inputs = new(words);

    /// <summary>Tells it.</summary>
    public FhirTask Tell(ReservationState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var told = new FhirTask
        {
            Id = state.Id.ToString(),
            Meta = FhirWords.Meta(state.Etag, state.ChangedAt),
            Status = States[state.State],
            StatusReason = words.Concept(PlacementCodes.ReleaseReason, state.ReleaseReason),
            Intent = FhirTask.TaskIntent.Order,
            Code = words.Concept(FhirNames.TaskKind, Code),
            Focus = FhirWords.To("QuestionnaireResponse", state.AssessmentId),
            Encounter = FhirWords.To("Encounter", state.StayId),
            AuthoredOnElement = FhirWords.Moment(state.HeldAt),
            // The clock of the database can be a breath ahead of the change that it was asked in.
            LastModifiedElement = FhirWords.Moment(state.ChangedAt > state.HeldAt ? state.ChangedAt : state.HeldAt),
            ExecutionPeriod = new Period { StartElement = FhirWords.Moment(state.HeldAt), EndElement = FhirWords.Moment(state.EndedAt) },
            Requester = FhirWords.Organization(state.Assessor),
            Location = FhirWords.Home(state.HomeId, state.LocationId, state.HomeName),
            Restriction = new FhirTask.RestrictionComponent { Period = new Period { EndElement = FhirWords.Moment(state.HeldUntil) } },
            Input = [inputs.Input("bed-type", words.Concept(CareHomeCodes.BedType, state.BedType))!, inputs.Input("bed-number", new PositiveInt(state.BedNumber))!],
        };
        PartiesFhir.Put(told, state.Trust, state.Council);
        LongestUntil.Put(told, FhirWords.Moment(state.LongestUntil));
        return told;
    }

    /// <summary>Reads it. Faults name the element.</summary>
    public ReservationState Take(FhirTask from)
    {
        ArgumentNullException.ThrowIfNull(from);
        var check = new FieldChecks();
        var taking = new FhirTaking(codes, check, FhirTaking.DayOf(from.AuthoredOnElement));
        taking.Kind(from, Code);
        var (etag, changedAt) = taking.Meta(from.Meta);
        var (trust, council) = PartiesFhir.Take(from, taking);
        var home = taking.Home(from.Location, "location");
        var state = new ReservationState
        {
            Id = taking.Id(from.Id, "id"),
            AssessmentId = taking.Reference(from.Focus, "QuestionnaireResponse", "focus", required: true) ?? default,
            StayId = taking.Reference(from.Encounter, "Encounter", "encounter", required: true) ?? default,
            HomeId = home.Id,
            LocationId = home.LocationId,
            HomeName = home.Name,
            BedType = NeedsFhir.Code(from, "bed-type", CareHomeCodes.BedType, taking),
            BedNumber = NeedsFhir.One<PositiveInt>(from, "bed-number", taking)?.Value ?? default,
            State = taking.State(from.Status, States),
            HeldAt = taking.Moment(from.AuthoredOnElement, "authoredOn", required: true) ?? default,
            HeldUntil = taking.Moment(from.Restriction?.Period?.EndElement, "restriction.period.end", required: true) ?? default,
            LongestUntil = taking.Moment(LongestUntil.Get<FhirDateTime>(from), "extension(held-at-most-until)", required: true) ?? default,
            EndedAt = taking.Moment(from.ExecutionPeriod?.EndElement, "executionPeriod.end"),
            ReleaseReason = taking.Code(from.StatusReason, PlacementCodes.ReleaseReason, "statusReason"),
            Assessor = taking.Identifier(from.Requester, FhirNames.Organization, "requester", required: true)!,
            Trust = trust,
            Council = council,
            Etag = etag,
            ChangedAt = changedAt,
        };
        check.Settle();
        return state;
    }

    /// <summary>What the FHIR door serves of reservations.</summary>
    internal static FhirSource Source(IServiceProvider services) => new(
        "Task",
        Code,
        "Beds that are held for somebody.",
        [.. States.Values.Select(Status)],
        [],
        async (call, id, ct) => services.GetRequiredService<ReservationFhir>().Tell(await services.GetRequiredService<GetReservation>().Run(call, id, ct)),
        async (call, query, ct) =>
        {
            var states = States.Where(s => query.Statuses.Contains(Status(s.Value))).Select(s => s.Key);
            var page = await services.GetRequiredService<ListReservations>().Run(call, new ReservationFilter { States = [.. states], IncludeEnded = true, Narrowed = query.Narrowed }, query.Count, query.PageToken, ct);
            return new FhirPage([.. page.Reservations.Select(services.GetRequiredService<ReservationFhir>().Tell)], page.NextPageToken);
        },
        Extensions);

    private static string Status(FhirTask.TaskStatus status) => EnumUtility.GetLiteral(status);
}
