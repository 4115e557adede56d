using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Validation.Checks;

/// <summary>02: the home's service types and specialisms fit the kinds of bed that it declares or that people have there.</summary>
internal static class NeedCheck
{
    // The words are CQC's.
    private static readonly (string Prefix, string Specialism)[] Specialisms =
        [("dementia-", "Dementia"), ("ld-", "Learning disabilities"), ("mh-", "Mental health conditions"), ("ypd", "Physical disabilities")];

    /// <summary>Checks it.</summary>
    public static Finding Of(Evidence known)
    {
        var home = known.Home;
        var day = LondonTime.Day(home.SyncedAt);
        string[] needs = [.. home.Beds.Where(b => b.Maximum > 0).Select(b => b.BedType).Union(known.Placed.BedTypes).Order(StringComparer.Ordinal)];
        if (needs.Length == 0)
        {
            return Finding.Of(CheckOutcome.Info, "The home has declared no kind of bed, and nobody is placed there.", "cqc", day);
        }

        string[] nursing = [.. needs.Where(n => n.EndsWith("-nursing", StringComparison.Ordinal))];
        string[] gaps = [.. Specialisms.Where(s => needs.Any(n => n.StartsWith(s.Prefix, StringComparison.Ordinal)) && !home.Specialisms.Contains(s.Specialism, StringComparer.OrdinalIgnoreCase)).Select(s => s.Specialism)];
        var silent = home.ServiceTypes.Count == 0;
        return Finding.Of(
            "cqc",
            day,
            $"Service types and specialisms cover {string.Join(", ", needs)}.",
            Mark.If(nursing.Length > 0 && silent, CheckOutcome.Pending, $"CQC names no service type, so nobody knows whether it may nurse: {string.Join(", ", nursing)}."),
            Mark.If(nursing.Length > 0 && !silent && !home.HasNursing, CheckOutcome.Block, $"It is not registered for nursing, which is needed: {string.Join(", ", nursing)}."),
            Mark.If(gaps.Length > 0, CheckOutcome.Warn, $"CQC does not name as a specialism: {string.Join(", ", gaps)}.", $"Before placing, be sure that the home can meet needs for which CQC names no specialism: {string.Join(", ", gaps)}."));
    }
}
