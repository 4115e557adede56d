using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Validation.Checks;

/// <summary>04: somebody manages the home, and its registration is not about to end or pass to another.</summary>
internal static class ManagementCheck
{
    /// <summary>Checks it.</summary>
    public static Finding Of(Evidence known)
    {
        var home = known.Home;
        return Finding.Of(
            "cqc",
            LondonTime.Day(home.SyncedAt),
            "CQC names no absence of a registered manager, no notice of deregistration and no successor.",
            Mark.If(home.RegisteredManagerAbsentDate is not null, CheckOutcome.Warn, $"No registered manager since {home.RegisteredManagerAbsentDate:yyyy-MM-dd}.", "Ask who manages the home before placing."),
            Mark.If(home.DeregistrationDate is not null, CheckOutcome.Warn, $"Deregistration is noted for {home.DeregistrationDate:yyyy-MM-dd}.", "Ask what becomes of the home's registration before placing."),
            Mark.If(home.Successions.Any(s => s.Kind == "successor"), CheckOutcome.Warn, "CQC names a later registration of the home.", "Validate the home's later registration, and place there under that one."));
    }
}
