using Halton.Hub.CareHomes;
using Halton.Hub.Transport.Fhir;
using Hl7.Fhir.Model;
using FhirCode = Hl7.Fhir.Model.Coding;
using Item = Hl7.Fhir.Model.QuestionnaireResponse.ItemComponent;

namespace Halton.Hub.Placement.Assessments;

/// <summary>Reads the answers of a trusted assessment; what is wrong is noted on the question, by its linkId.</summary>
internal sealed class AnswersFhir(IReadOnlyList<Item> items, FhirTaking taking)
{
    private static readonly HashSet<string> Asked =
    [
        "assessed-by", "needs", "bed-type", "capability", "capability-code", "capability-kilograms", "risk", "risk-code", "risk-detail", "infection",
        "preferences", "preferred-home", "near", "near-whom", "farthest-metres", "in-borough", "lived-at",
        "funding", "funding-source", "weekly-limit", "consent", "consent-basis", "decision-capacity",
    ];

    /// <summary>What was found.</summary>
    public AssessmentContent Content()
    {
        Known(items);
        var (needs, wished, funding, consent) = (Group("needs"), Group("preferences"), Group("funding"), Group("consent"));
        return new AssessmentContent
        {
            AssessedBy = taking.Check.Text(Answer<FhirString>(items, "assessed-by")?.Value, Path("assessed-by"), 100),
            Needs = new AssessedNeeds
            {
                BedType = Code(needs, "bed-type", CareHomeCodes.BedType, required: true)!,
                Capabilities = [.. needs.Where(i => i.LinkId == "capability").Select(i => new NeededCapability(Code(i.Item, "capability-code", CareHomeCodes.Capability, required: true)!, Answer<Integer>(i.Item, "capability-kilograms")?.Value))],
                Risks = [.. needs.Where(i => i.LinkId == "risk").Select(i => new FoundRisk(Code(i.Item, "risk-code", PlacementCodes.AssessmentRisk, required: true)!, Answer<FhirString>(i.Item, "risk-detail")?.Value))],
                Infection = Code(needs, "infection", PlacementCodes.InfectionStatus, required: true)!,
            },
            Preferences = new AssessedPreferences
            {
                Homes = [.. Answers(wished, "preferred-home").Select(a => taking.Reference(a as ResourceReference, "Location", Path("preferred-home"), required: true) ?? default)],
                Near = Answer<FhirString>(wished, "near")?.Value,
                NearWhom = Code(wished, "near-whom", PlacementCodes.NearWhom),
                FarthestMetres = Answer<Integer>(wished, "farthest-metres")?.Value,
                InBorough = Answer<FhirBoolean>(wished, "in-borough")?.Value ?? false,
                LivedAt = taking.Reference(Answer<ResourceReference>(wished, "lived-at"), "Location", Path("lived-at")),
            },
            Funding = Code(funding, "funding-source", PlacementCodes.Funding, required: true)!,
            WeeklyLimitPence = Pence(Answer<Quantity>(funding, "weekly-limit")),
            ConsentBasis = Code(consent, "consent-basis", PlacementCodes.ConsentBasis, required: true)!,
            Capacity = Code(consent, "decision-capacity", PlacementCodes.DecisionCapacity, required: true)!,
        };
    }

    private static string Path(string linkId) => $"item({linkId})";

    private static IEnumerable<DataType> Answers(IEnumerable<Item> of, string linkId) => of.Where(i => i.LinkId == linkId).SelectMany(i => i.Answer).Select(a => a.Value).OfType<DataType>();

    // What is asked once is asked once; an answer of another type is none that can be read.
    private T? Answer<T>(IReadOnlyList<Item> of, string linkId)
        where T : DataType
    {
        var given = Answers(of, linkId).ToList();
        taking.Check.That(given.Count <= 1, Path(linkId), "TOO_MANY", "One answer is taken.");
        taking.Check.That(given.TrueForAll(a => a is T), Path(linkId), "ANSWER_TYPE", $"Answer with a {typeof(T).Name}.");
        return given.FirstOrDefault() as T;
    }

    private string? Code(IReadOnlyList<Item> of, string linkId, string system, bool required = false) => taking.Code(Answer<FhirCode>(of, linkId), system, Path(linkId), required);

    private List<Item> Group(string linkId)
    {
        var found = items.Where(i => i.LinkId == linkId).ToList();
        taking.Check.That(found.Count <= 1, Path(linkId), "TOO_MANY", "One group is taken.");
        return found.FirstOrDefault()?.Item ?? [];
    }

    private long? Pence(Quantity? amount)
    {
        if (amount is null)
        {
            return null;
        }

        var pence = (amount.Value ?? 0) * 100;
        return taking.Check.That(amount is { System: FhirNames.Currency, Code: "GBP" } && pence is >= 0 and <= 100_000_00m && pence == decimal.Truncate(pence), Path("weekly-limit"), "NOT_AN_AMOUNT", "Write pounds with at most two decimals, code GBP.")
            ? (long)pence
            : null;
    }

    private void Known(IEnumerable<Item> some)
    {
        foreach (var item in some)
        {
            taking.Check.That(Asked.Contains(item.LinkId ?? ""), Path(item.LinkId ?? ""), "NOT_ASKED", "The questionnaire has no such question.");
            Known(item.Item);
        }
    }
}
