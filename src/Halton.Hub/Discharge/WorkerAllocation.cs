namespace Halton.Hub.Discharge;

/// <summary>One naming of who arranges the discharge, kept in the history. FHIR: Encounter.participant.</summary>
public sealed class WorkerAllocation
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The stay.</summary>
    public required Guid StayId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset AllocatedAt { get; init; }

    /// <summary>Who it is.</summary>
    public required string Organization { get; init; }

    /// <summary>Team of the organisation, for example "hospital social work Warrington".</summary>
    public string? Team { get; init; }

    /// <summary>Role of the worker, for example "social worker".</summary>
    public required string Role { get; init; }

    /// <summary>The organisation's own reference of the worker, never a name.</summary>
    public string? Worker { get; init; }
}
