using Halton.Hub.CareHomes;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Placement.Assessments;

/// <summary>Checks what an assessor found against the code lists and the rules of the field; the homes that it names are looked up later.</summary>
internal sealed class AssessmentChecks(FieldChecks check, CodeSystems codes, DateOnly day)
{
    private const int MostCapabilities = 7;
    private const int MostRisks = 11;
    private const int MostHomes = 5;

    /// <summary>What is needed.</summary>
    public AssessedNeeds Needs(RecordAssessment.Needs? given)
    {
        given ??= new RecordAssessment.Needs(null, [], [], null);
        return new AssessedNeeds
        {
            BedType = Code("needs.bed_type", CareHomeCodes.BedType, given.BedType),
            Capabilities = Capabilities(given.Capabilities),
            Risks = Risks(given.Risks),
            Infection = Code("needs.infection", PlacementCodes.InfectionStatus, given.Infection),
        };
    }

    /// <summary>What is wished; homes as they were named.</summary>
    public (AssessedPreferences Preferences, IReadOnlyList<string> Homes, string? LivedAt) Preferences(RecordAssessment.Preferences? given, bool known)
    {
        given ??= new RecordAssessment.Preferences([], null, null, 0, false, null);
        check.That(given.CareHomes.Count <= MostHomes, "preferences.care_homes", "TOO_MANY", $"At most {MostHomes}.");
        var homes = given.CareHomes.Take(MostHomes).Select((home, i) => HomeReference.Check(check, home, $"preferences.care_homes[{i}]")).ToList();
        var near = check.OptionalText(given.Near, "preferences.near", 10);
        var whom = codes.Check(check, "preferences.near_whom", PlacementCodes.NearWhom, given.NearWhom, day, required: near is not null)?.Code;
        check.That(near is null || known, "preferences.near", "POSTCODE_UNKNOWN", "The hub does not know where this is. Give a postcode, or its first half such as WA7.");
        check.That(near is not null || whom is null, "preferences.near_whom", "NEEDS_NEAR", "Say where that is.");
        check.That(near is not null || given.FarthestMetres == 0, "preferences.farthest_metres", "NEEDS_NEAR", "A distance needs near.");
        check.That(given.FarthestMetres is 0 or (>= 500 and <= 300_000), "preferences.farthest_metres", "OUT_OF_RANGE", "From 500 to 300,000 metres; 0 for no limit.");
        var lived = check.OptionalText(given.LivedAt, "preferences.lived_at", 60);
        var wished = new AssessedPreferences { Near = near, NearWhom = whom, FarthestMetres = given.FarthestMetres == 0 ? null : given.FarthestMetres, InBorough = given.InBorough };
        return (wished, homes, lived);
    }

    /// <summary>Who pays.</summary>
    public (string Source, long? Limit) Funding(RecordAssessment.Funding? given)
    {
        var limit = given?.WeeklyLimitPence ?? 0;
        check.That(limit is >= 0 and <= 2_000_000, "funding.weekly_limit_pence", "OUT_OF_RANGE", "From 1 to 2,000,000 pence; 0 for no limit.");
        return (Code("funding.source", PlacementCodes.Funding, given?.Source), limit == 0 ? null : limit);
    }

    /// <summary>Whether the person can decide, and who agreed.</summary>
    public (string Basis, string Capacity) Consent(RecordAssessment.Consent? given)
    {
        var (basis, capacity) = (Code("consent.basis", PlacementCodes.ConsentBasis, given?.Basis), Code("consent.capacity", PlacementCodes.DecisionCapacity, given?.Capacity));
        check.That(
            capacity != "lacks-capacity" || basis != "own-consent",
            "consent.basis",
            "CAPACITY_LACKING",
            "Somebody who lacks capacity to decide cannot consent. Source: Mental Capacity Act 2005.");
        return (basis, capacity);
    }

    private List<NeededCapability> Capabilities(IReadOnlyList<RecordAssessment.Capability> given)
    {
        check.That(given.Count <= MostCapabilities, "needs.capabilities", "TOO_MANY", $"At most {MostCapabilities}.");
        var taken = new List<NeededCapability>();
        foreach (var (i, one) in given.Take(MostCapabilities).Index())
        {
            var code = Code($"needs.capabilities[{i}].capability", CareHomeCodes.Capability, one.Code);
            if (code.Length == 0)
            {
                continue;
            }

            var bariatric = code == Capability.Bariatric;
            check.That(taken.All(t => t.Code != code), $"needs.capabilities[{i}].capability", "TWICE", "Each capability once.");
            check.That(!bariatric || one.Kilograms is >= 50 and <= 500, $"needs.capabilities[{i}].kilograms", "OUT_OF_RANGE", "With bariatric, from 50 to 500 kilograms.");
            check.That(bariatric || one.Kilograms == 0, $"needs.capabilities[{i}].kilograms", "NOT_EXPECTED", "Only bariatric carries a weight.");
            taken.Add(new NeededCapability(code, bariatric ? one.Kilograms : null));
        }

        return taken;
    }

    private List<FoundRisk> Risks(IReadOnlyList<RecordAssessment.Risk> given)
    {
        check.That(given.Count <= MostRisks, "needs.risks", "TOO_MANY", $"At most {MostRisks}.");
        var taken = new List<FoundRisk>();
        foreach (var (i, one) in given.Take(MostRisks).Index())
        {
            var code = Code($"needs.risks[{i}].risk", PlacementCodes.AssessmentRisk, one.Code);
            if (code.Length == 0)
            {
                continue;
            }

            check.That(taken.All(t => t.Code != code), $"needs.risks[{i}].risk", "TWICE", "Each risk once.");
            taken.Add(new FoundRisk(code, check.OptionalText(one.Detail, $"needs.risks[{i}].detail", 300)));
        }

        return taken;
    }

    private string Code(string field, string system, Coding? given) => codes.Check(check, field, system, given, day, required: true)?.Code ?? "";
}
