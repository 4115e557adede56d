using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Referrals;

/// <summary>Checks lists of codes.</summary>
internal static class ReferralLists
{
    private const int Most = 20;

    /// <summary>The codes, each once, in order; wrong ones are noted.</summary>
    public static IReadOnlyList<string> Check(FieldChecks check, CodeSystems codes, string field, string system, IReadOnlyList<Coding> given, DateOnly day)
    {
        check.That(given.Count <= Most, field, "TOO_MANY", $"At most {Most}.");
        return [.. given.Take(Most).Select((coding, i) => codes.Check(check, $"{field}[{i}]", system, coding, day, required: true)?.Code).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
    }
}
