using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Validation.Checks;

/// <summary>01: CQC has the home registered as a care home, it is not dormant, and CQC said so of late.</summary>
internal static class RegistrationCheck
{
    /// <summary>Checks it.</summary>
    public static Finding Of(Evidence known)
    {
        var home = known.Home;
        var hours = known.Policy.CqcFreshHours;
        return Finding.Of(
            "cqc",
            LondonTime.Day(home.SyncedAt),
            "Registered as a care home and not dormant.",
            Mark.If(home.RegistrationStatus == "Removed", CheckOutcome.Block, "CQC no longer knows the location."),
            Mark.If(home.RegistrationStatus is not ("Registered" or "Removed"), CheckOutcome.Block, "CQC does not have it registered."),
            Mark.If(home.Dormant, CheckOutcome.Block, "CQC says that nobody is cared for there at present."),
            Mark.If(!home.IsCareHome, CheckOutcome.Block, "CQC does not have it registered as a care home."),
            Mark.If(home.IsOpen && known.Now - home.SyncedAt > TimeSpan.FromHours(hours), CheckOutcome.Pending, $"CQC last said so more than {hours} hours ago."));
    }
}
