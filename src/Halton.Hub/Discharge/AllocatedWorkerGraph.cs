namespace Halton.Hub.Discharge;

/// <summary>Who arranges a discharge. FHIR: Encounter.participant.</summary>
/// <param name="worker">The worker.</param>
public sealed class AllocatedWorkerGraph(AllocatedWorker worker)
{
    /// <summary>Since when. FHIR: Encounter.participant.period.start.</summary>
    public DateTimeOffset Since => worker.Since;

    /// <summary>Code of the organisation.</summary>
    public string Organization => worker.Organization;

    /// <summary>Team of the organisation.</summary>
    public string? Team => worker.Team;

    /// <summary>Role. FHIR: Encounter.participant.type.</summary>
    public string Role => worker.Role;

    /// <summary>The organisation's own reference of the worker, never a name. FHIR: Encounter.participant.individual.</summary>
    public string? Worker => worker.Reference;
}
