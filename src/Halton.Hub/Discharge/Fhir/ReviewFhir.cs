using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.Fhir;
using Hl7.Fhir.Model;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Discharge.Fhir;

/// <summary>One review of the criteria to reside as an Observation, and back: its value says whether any was met, its components which.</summary>
public sealed class ReviewFhir(FhirWords words, CodeSystems codes)
{
    private const string What = "Review of the criteria to reside";

    /// <summary>Tells it.</summary>
    /// <param name="stay">The stay.</param>
    /// <param name="review">One of its reviews.</param>
    public Observation Tell(DischargeStatus stay, CriteriaReview review)
    {
        ArgumentNullException.ThrowIfNull(stay);
        ArgumentNullException.ThrowIfNull(review);
        return new Observation
        {
            Id = review.Id.ToString(),
            Meta = FhirWords.Meta("1", review.ReviewedAt),
            Status = ObservationStatus.Final,
            Code = new CodeableConcept { Text = What },
            Subject = SubjectFhir.Tell(words, stay.NhsNumber, stay.NhsNumberStatus, stay.Id),
            Encounter = FhirWords.To("Encounter", stay.Id),
            Effective = FhirWords.Moment(review.ReviewedAt),
            Performer = [new ResourceReference { Display = review.ReviewerRole }],
            Value = new FhirBoolean(review.Meets),
            Component = [.. review.Criteria.Select(criterion => new Observation.ComponentComponent { Code = words.Concept(DischargeCodes.Criterion, criterion)!, Value = new FhirBoolean(true) })],
        };
    }

    /// <summary>Reads it back. Faults name the element.</summary>
    public CriteriaReview Take(Observation from)
    {
        ArgumentNullException.ThrowIfNull(from);
        var check = new FieldChecks();
        var at = from.Effective as FhirDateTime;
        var taking = new FhirTaking(codes, check, FhirTaking.DayOf(at));
        var review = new CriteriaReview
        {
            Id = taking.Id(from.Id, "id"),
            StayId = taking.Reference(from.Encounter, "Encounter", "encounter", required: true) ?? default,
            ReviewedAt = taking.Moment(at, "effectiveDateTime", required: true) ?? default,
            Criteria = [.. from.Component.Select((c, i) => taking.Code(c.Code, DischargeCodes.Criterion, $"component[{i}].code", required: true)).OfType<string>()],
            ReviewerRole = check.Text(from.Performer is [var by, ..] ? by.Display : null, "performer[0].display", 60),
        };
        check.That((from.Value as FhirBoolean)?.Value == review.Meets, "valueBoolean", "VALUE_DOES_NOT_FIT", "It says whether any criterion was met.");
        check.Settle();
        return review;
    }

    /// <summary>What the FHIR door serves of reviews.</summary>
    internal static FhirSource Source(IServiceProvider services) => StayPartsFhir.Source(
        services,
        "Observation",
        "Reviews of the criteria to reside.",
        ["final"],
        (find, call, id, ct) => find.Review(call, id, ct),
        stay => stay.Detail!.Reviews.Select(review => new StayPartFhir(review.Id, review.ReviewedAt, "final", () => services.GetRequiredService<ReviewFhir>().Tell(stay, review))),
        [SubjectFhir.NumberStatus]);
}
