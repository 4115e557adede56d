namespace Halton.Hub.CareHomes.Validation;

/// <summary>What reopens a validation.</summary>
internal static class ReopeningReasons
{
    /// <summary>CQC rates the home, or one of the five questions, lower than before, or no longer.</summary>
    public const string RatingDowngrade = "rating-downgrade";

    /// <summary>Nobody is cared for there at present.</summary>
    public const string Dormancy = "dormancy";

    /// <summary>CQC no longer has it registered.</summary>
    public const string Deregistration = "deregistration";

    /// <summary>A council has imposed something new.</summary>
    public const string Sanction = "sanction";

    /// <summary>The home is registered anew.</summary>
    public const string SuccessorRegistration = "successor-registration";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [RatingDowngrade, Dormancy, Deregistration, Sanction, SuccessorRegistration];
}
