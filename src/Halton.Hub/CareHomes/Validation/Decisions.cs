namespace Halton.Hub.CareHomes.Validation;

/// <summary>The decisions of a validation, codes of validation-decision.</summary>
internal static class Decisions
{
    /// <summary>People may be placed.</summary>
    public const string Valid = "valid";

    /// <summary>People may be placed as long as the conditions are kept to.</summary>
    public const string ValidWithConditions = "valid-with-conditions";

    /// <summary>Evidence is missing.</summary>
    public const string Pending = "pending";

    /// <summary>Nobody may be placed.</summary>
    public const string Blocked = "blocked";

    /// <summary>The evidence round is too long ago.</summary>
    public const string Expired = "expired";

    /// <summary>Something happened: the host authority must be asked again.</summary>
    public const string ReValidationRequired = "re-validation-required";

    /// <summary>Whether people may be placed.</summary>
    public static bool LetsPlace(string decision) => decision is Valid or ValidWithConditions;
}
