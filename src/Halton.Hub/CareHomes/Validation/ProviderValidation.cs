namespace Halton.Hub.CareHomes.Validation;

/// <summary>
/// Whether a council may place people in a home outside its borough: the twelve checks with their evidence, and the decision that follows
/// from them. FHIR: VerificationResult.
/// </summary>
public sealed class ProviderValidation
{
    /// <summary>The hub's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Code of the placing council.</summary>
    public required string Council { get; init; }

    /// <summary>The home.</summary>
    public required Guid HomeId { get; init; }

    /// <summary>A code of validation-decision; derived.</summary>
    public string Decision { get; private set; } = "pending";

    /// <summary>What must be kept to while it is valid with conditions, or stands by an override.</summary>
    public List<string> Conditions { get; private set; } = [];

    /// <summary>When the decision last changed.</summary>
    public DateTimeOffset DecidedAt { get; private set; }

    /// <summary>Last day on which a valid decision holds.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>Since when it must be looked at again; null while nothing has happened since the last evidence.</summary>
    public DateTimeOffset? ReopenedAt { get; private set; }

    /// <summary>What reopened it: rating-downgrade, dormancy, deregistration, sanction, successor-registration.</summary>
    public List<string> ReopenedBy { get; private set; } = [];

    /// <summary>Name of the senior officer who overrode the checks; null without an override.</summary>
    public string? OverrideAuthoriser { get; private set; }

    /// <summary>The officer's role.</summary>
    public string? OverrideRole { get; private set; }

    /// <summary>Why the officer overrode the checks.</summary>
    public string? OverrideReason { get; private set; }

    /// <summary>When the override was given.</summary>
    public DateTimeOffset? OverriddenAt { get; private set; }

    /// <summary>Last day of the override.</summary>
    public DateOnly? OverrideUntil { get; private set; }

    /// <summary>When the checks were last run.</summary>
    public DateTimeOffset CheckedAt { get; private set; }

    /// <summary>Counts the changes.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>The twelve checks.</summary>
    public List<ValidationCheck> Checks { get; init; } = [];

    /// <summary>What somebody has to do about it.</summary>
    public List<ValidationTask> Tasks { get; init; } = [];
}
