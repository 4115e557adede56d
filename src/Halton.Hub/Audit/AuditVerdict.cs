namespace Halton.Hub.Audit;

/// <summary>What a verification of the audit found.</summary>
/// <param name="Clean">Whether nothing is wrong.</param>
/// <param name="Rows">Sealed rows.</param>
/// <param name="Unsealed">Rows that no block covers yet.</param>
/// <param name="Blocks">Blocks of the chain.</param>
/// <param name="Findings">What is wrong, a sentence each, with the block's number.</param>
public sealed record AuditVerdict(bool Clean, long Rows, long Unsealed, long Blocks, IReadOnlyList<string> Findings);
