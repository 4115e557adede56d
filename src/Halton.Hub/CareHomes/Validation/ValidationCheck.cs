namespace Halton.Hub.CareHomes.Validation;

/// <summary>One of the twelve checks of a provider validation, with its evidence.</summary>
public sealed class ValidationCheck
{
    /// <summary>The validation.</summary>
    public required Guid ValidationId { get; init; }

    /// <summary>A code of validation-check, 01 to 12.</summary>
    public required string Code { get; init; }

    /// <summary>A code of check-outcome.</summary>
    public required string Outcome { get; set; }

    /// <summary>What was found, in words.</summary>
    public required string Evidence { get; set; }

    /// <summary>Who says so: cqc, host-authority, pamms, council, provider or hub.</summary>
    public required string Source { get; set; }

    /// <summary>The day of the evidence; null when there is none.</summary>
    public DateOnly? EvidenceDate { get; set; }
}
