namespace Halton.Hub.Discharge;

/// <summary>What has to happen next with a discharge, and whose move it is.</summary>
public sealed record NextAction(string Code, string Owner, string Text)
{
    /// <summary>The owner of what the ward does.</summary>
    internal const string Ward = "ward";

    private const string Hub = "care-transfer-hub";

    private static readonly NextAction Review = new("review-criteria-to-reside", Ward, "Review the criteria to reside at the next ward round.");
    private static readonly NextAction Assign = new("assign-pathway", Ward, "Decide the discharge pathway.");
    private static readonly NextAction Refer = new("refer-to-care-transfer-hub", Ward, "Refer to the care transfer hub, which this pathway goes through.");
    private static readonly NextAction Complete = new("complete-ward-discharge", Ward, "Complete the discharge on the ward.");
    private static readonly NextAction Home = new("arrange-care-at-home", Hub, "Arrange care at home.");
    private static readonly NextAction Bed = new("arrange-community-bed", Hub, "Arrange a bed in a community setting.");
    private static readonly NextAction CareHome = new("arrange-care-home", Hub, "Arrange a care-home placement.");

    /// <summary>Derives it; null when the stay is closed.</summary>
    public static NextAction? For(DischargeStatus status) => (status.State, status.Pathway, status.CareTransferHubReferred) switch
    {
        (DischargeState.Admitted, _, _) => Review,
        (DischargeState.Ready, _, _) => Assign,
        (DischargeState.Planned, "P0", _) => Complete,
        (DischargeState.Planned, _, false) => Refer,
        (DischargeState.Planned, "P1", _) => Home,
        (DischargeState.Planned, "P2", _) => Bed,
        (DischargeState.Planned, _, _) => CareHome,
        _ => null,
    };
}
