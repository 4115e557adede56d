namespace Halton.Hub.Discharge;

/// <summary>Who arranges a discharge. FHIR: Encounter.participant.</summary>
/// <param name="Since">Since when.</param>
/// <param name="Organization">Whose worker it is.</param>
/// <param name="Team">Team of the organisation.</param>
/// <param name="Role">Role of the worker.</param>
/// <param name="Reference">The organisation's own reference of the worker, never a name.</param>
public sealed record AllocatedWorker(DateTimeOffset Since, string Organization, string? Team, string Role, string? Reference);
