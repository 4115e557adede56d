using Halton.Hub.CareHomes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.Fhir;
using Hl7.Fhir.Model;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Placement.Standing;

/// <summary>
/// A placement as an EpisodeOfCare, and back: active while the person lives there. Whoever has no NHS number is named by the council's
/// own reference.
/// </summary>
public sealed class PlacementFhir(FhirWords words, CodeSystems codes)
{
    /// <summary>The extensions that it can carry.</summary>
    public static IReadOnlyList<HubExtension> Extensions => [PartiesFhir.Council, Home, OutOfBorough, OutOfAreaReason, EndReason, HostNotified, Reviewed, ReviewDue, Admitted, Stay, Assessment, Offer];

    private static readonly HubExtension Home = new("placed-at", "Reference", "The care home where the person lives.", "EpisodeOfCare");
    private static readonly HubExtension OutOfBorough = new("out-of-borough", "boolean", "Whether the care home lies outside the placing council's area.", "EpisodeOfCare");
    private static readonly HubExtension OutOfAreaReason = new("out-of-area-reason", "CodeableConcept", "Why the person is placed outside the council's area.", "EpisodeOfCare");
    private static readonly HubExtension EndReason = new("placement-end-reason", "CodeableConcept", "Why the placement ended.", "EpisodeOfCare");
    private static readonly HubExtension HostNotified = new("host-notified-on", "date", "Day on which the authority where the care home lies was told of the placement.", "EpisodeOfCare");
    private static readonly HubExtension Reviewed = new("reviewed-on", "date", "Day of the latest review of the placement.", "EpisodeOfCare");
    private static readonly HubExtension ReviewDue = new("review-due", "date", "Day by which the next review of the placement is due.", "EpisodeOfCare");
    private static readonly HubExtension Admitted = new("admitted-to-home-at", "dateTime", "When the person left hospital for the care home.", "EpisodeOfCare");
    private static readonly HubExtension Stay = new("placed-from", "Reference", "The stay in hospital that the placement came from.", "EpisodeOfCare");
    private static readonly HubExtension Assessment = new("placed-on-assessment", "Reference", "The trusted assessment that the placement rests on.", "EpisodeOfCare");
    private static readonly HubExtension Offer = new("placed-by-offer", "Reference", "The offer that the care home accepted.", "EpisodeOfCare");

    /// <summary>Tells it.</summary>
    public EpisodeOfCare Tell(PlacementState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var told = new EpisodeOfCare
        {
            Id = state.Id.ToString(),
            Meta = FhirWords.Meta(state.Etag, state.ChangedAt),
            Identifier = [new Identifier(FhirNames.CaseReference, state.CaseReference)],
            Status = state.EndedOn is null ? EpisodeOfCare.EpisodeOfCareStatus.Active : EpisodeOfCare.EpisodeOfCareStatus.Finished,
            Type = [words.Concept(CareHomeCodes.BedType, state.BedType)!],
            Patient = FhirWords.Patient(state.NhsNumber) ?? FhirWords.ByIdentifier("Patient", FhirNames.CaseReference, state.CaseReference),
            Period = new Period { StartElement = FhirWords.PeriodDay(state.StartedOn), EndElement = FhirWords.PeriodDay(state.EndedOn) },
        };
        PartiesFhir.Council.Put(told, FhirWords.Organization(state.Council));
        Home.Put(told, FhirWords.Home(state.HomeId, state.LocationId, state.HomeName));
        OutOfBorough.Put(told, new FhirBoolean(state.OutOfBorough));
        OutOfAreaReason.Put(told, words.Concept(PlacementCodes.OutOfAreaReason, state.OutOfAreaReason));
        EndReason.Put(told, words.Concept(PlacementCodes.EndReason, state.EndReason));
        HostNotified.Put(told, FhirWords.Day(state.HostNotifiedOn));
        Reviewed.Put(told, FhirWords.Day(state.ReviewedOn));
        ReviewDue.Put(told, FhirWords.Day(state.ReviewDue));
        Admitted.Put(told, FhirWords.Moment(state.AdmittedAt));
        Stay.Put(told, FhirWords.To("Encounter", state.StayId));
        Assessment.Put(told, FhirWords.To("QuestionnaireResponse", state.AssessmentId));
        Offer.Put(told, FhirWords.To("Task", state.OfferId));
        return told;
    }

    /// <summary>Reads it. Faults name the element.</summary>
    public PlacementState Take(EpisodeOfCare from)
    {
        ArgumentNullException.ThrowIfNull(from);
        var check = new FieldChecks();
        var start = DateOnly.TryParseExact(from.Period?.Start, "yyyy-MM-dd", out var day) ? day : LondonTime.Day(DateTimeOffset.UnixEpoch);
        var taking = new FhirTaking(codes, check, start);
        var (etag, changedAt) = taking.Meta(from.Meta);
        var home = taking.Home(Home.Get<ResourceReference>(from), "extension(placed-at)");
        var state = new PlacementState
        {
            Id = taking.Id(from.Id, "id"),
            Council = taking.Identifier(PartiesFhir.Council.Get<ResourceReference>(from), FhirNames.Organization, "extension(council)", required: true)!,
            CaseReference = check.Text(from.Identifier.Find(i => i.System == FhirNames.CaseReference)?.Value, "identifier", 100),
            NhsNumber = from.Patient?.Identifier?.System == FhirNames.CaseReference ? null : taking.Identifier(from.Patient, FhirNames.NhsNumber, "patient", required: true),
            HomeId = home.Id,
            LocationId = home.LocationId,
            HomeName = home.Name,
            OutOfBorough = taking.Required(OutOfBorough.Get<FhirBoolean>(from)?.Value, "extension(out-of-borough)") ?? default,
            BedType = taking.Code(from.Type.FirstOrDefault(), CareHomeCodes.BedType, "type", required: true)!,
            OutOfAreaReason = taking.Code(OutOfAreaReason.Get<CodeableConcept>(from), PlacementCodes.OutOfAreaReason, "extension(out-of-area-reason)"),
            StartedOn = taking.Day(from.Period?.Start, "period.start", required: true) ?? default,
            EndedOn = taking.Day(from.Period?.End, "period.end"),
            EndReason = taking.Code(EndReason.Get<CodeableConcept>(from), PlacementCodes.EndReason, "extension(placement-end-reason)"),
            HostNotifiedOn = taking.Day(HostNotified.Get<Date>(from)?.Value, "extension(host-notified-on)"),
            ReviewedOn = taking.Day(Reviewed.Get<Date>(from)?.Value, "extension(reviewed-on)"),
            ReviewDue = taking.Day(ReviewDue.Get<Date>(from)?.Value, "extension(review-due)", required: true) ?? default,
            AdmittedAt = taking.Moment(Admitted.Get<FhirDateTime>(from), "extension(admitted-to-home-at)"),
            StayId = taking.Reference(Stay.Get<ResourceReference>(from), "Encounter", "extension(placed-from)"),
            AssessmentId = taking.Reference(Assessment.Get<ResourceReference>(from), "QuestionnaireResponse", "extension(placed-on-assessment)"),
            OfferId = taking.Reference(Offer.Get<ResourceReference>(from), "Task", "extension(placed-by-offer)"),
            Etag = etag,
            ChangedAt = changedAt,
        };
        check.That(from.Status == (state.EndedOn is null ? EpisodeOfCare.EpisodeOfCareStatus.Active : EpisodeOfCare.EpisodeOfCareStatus.Finished), "status", "STATUS_AND_PERIOD", "Active while the period has no end, finished when it has one.");
        check.Settle();
        return state;
    }

    /// <summary>What the FHIR door serves of placements.</summary>
    internal static FhirSource Source(IServiceProvider services) => new(
        "EpisodeOfCare",
        "",
        "That people live in care homes.",
        ["active", "finished"],
        [FhirNames.CaseReference],
        async (call, id, ct) => services.GetRequiredService<PlacementFhir>().Tell(await services.GetRequiredService<GetPlacement>().Run(call, id, ct)),
        async (call, query, ct) =>
        {
            var filter = new PlacementFilter
            {
                IncludeEnded = query.Statuses.Count != 1,
                EndedOnly = query.Statuses is ["finished"],
                CaseReference = query.Identifier?.Value,
                Narrowed = query.Narrowed,
            };
            var page = await services.GetRequiredService<ListPlacements>().Run(call, filter, query.Count, query.PageToken, ct);
            return new FhirPage([.. page.Placements.Select(services.GetRequiredService<PlacementFhir>().Tell)], page.NextPageToken);
        },
        Extensions);
}
