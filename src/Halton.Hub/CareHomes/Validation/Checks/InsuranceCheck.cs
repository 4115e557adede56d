using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Validation.Checks;

/// <summary>09: the provider has shown the council an insurance that holds today. Of several showings the last day counts.</summary>
internal static class InsuranceCheck
{
    /// <summary>Checks it.</summary>
    public static Finding Of(Evidence known)
    {
        var shown = known.Contracts.Where(c => c.InsuredUntil is not null).MaxBy(c => (c.InsuredUntil, c.RecordedAt));
        return shown?.InsuredUntil is not { } until
            ? Finding.Of(CheckOutcome.Pending, "No insurance was shown.", "provider")
            : Finding.Of(
                until >= known.Today ? CheckOutcome.Pass : CheckOutcome.Pending,
                until >= known.Today ? $"Insured until {until:yyyy-MM-dd}." : $"The insurance ended on {until:yyyy-MM-dd}.",
                "provider",
                LondonTime.Day(shown.RecordedAt));
    }
}
