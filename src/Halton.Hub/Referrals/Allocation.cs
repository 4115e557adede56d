namespace Halton.Hub.Referrals;

/// <summary>A team that is to respond. FHIR: Task.performerType.</summary>
/// <param name="TeamType">Code of the CSDS team type.</param>
/// <param name="Disciplines">Codes of who goes.</param>
/// <param name="AllocatedAt">When.</param>
/// <param name="AllocatedByRole">Role of who allocated.</param>
public sealed record Allocation(string TeamType, IReadOnlyList<string> Disciplines, DateTimeOffset AllocatedAt, string AllocatedByRole);
