using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Validation.Checks;

/// <summary>08: the council has a contract with the home that holds today.</summary>
internal static class ContractCheck
{
    /// <summary>Checks it.</summary>
    public static Finding Of(Evidence known) => known.Current.FirstOrDefault() switch
    {
        { } contract => Finding.Of(CheckOutcome.Pass, $"A contract holds: {contract.Route.Replace('-', ' ')}.", "council", contract.ValidFrom),
        null when known.Contracts.Count > 0 => Finding.Of(CheckOutcome.Pending, "No contract holds today.", "council", LondonTime.Day(known.Contracts.Max(c => c.RecordedAt))),
        null => Finding.Of(CheckOutcome.Pending, "No contract with the home is recorded.", "council"),
    };
}
