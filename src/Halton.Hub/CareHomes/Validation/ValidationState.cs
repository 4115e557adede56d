namespace Halton.Hub.CareHomes.Validation;

/// <summary>A provider validation as lists and events tell it.</summary>
public sealed record ValidationState
{
    /// <summary>The hub's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Code of the placing council.</summary>
    public required string Council { get; init; }

    /// <summary>The hub's id of the home.</summary>
    public required Guid HomeId { get; init; }

    /// <summary>CQC location id.</summary>
    public required string LocationId { get; init; }

    /// <summary>The home's name.</summary>
    public required string HomeName { get; init; }

    /// <summary>GSS code of the host authority; null when it is not in the list.</summary>
    public string? HostAuthority { get; init; }

    /// <summary>A code of validation-decision.</summary>
    public required string Decision { get; init; }

    /// <summary>What must be kept to.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>When the decision last changed.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>Last day on which a valid decision holds.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Since when it must be looked at again.</summary>
    public DateTimeOffset? ReopenedAt { get; init; }

    /// <summary>What reopened it.</summary>
    public IReadOnlyList<string> ReopenedBy { get; init; } = [];

    /// <summary>The override; null without one.</summary>
    public ValidationOverride? Override { get; init; }

    /// <summary>When the checks were last run.</summary>
    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>Changes with every change.</summary>
    public required string Etag { get; init; }

    /// <summary>The twelve checks in order. The evidence of a host authority is told to the placing council only.</summary>
    public IReadOnlyList<CheckState> Checks { get; init; } = [];

    /// <summary>What has to be done, open first.</summary>
    public IReadOnlyList<TaskState> Tasks { get; init; } = [];
}
