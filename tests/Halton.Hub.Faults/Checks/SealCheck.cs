using Halton.Hub.Audit;
using Halton.Hub.Faults.Running;

namespace Halton.Hub.Faults.Checks;

/// <summary>The audit's seals and anchors fit its rows, although sealing was cut short again and again.</summary>
internal static class SealCheck
{
    /// <summary>Verifies the whole audit.</summary>
    public static async Task<Verdict> Run(HubProcess hub, CancellationToken ct)
    {
        var verdict = await new VerifyAudit(hub.OwnerConnection, Path.Combine(hub.Data, "audit.anchors")).Run(ct);
        var findings = verdict.Blocks > 0 ? verdict.Findings : [.. verdict.Findings, "nothing was sealed"];
        return new Verdict("audit", "the audit verifies: chain, rows and anchors", $"{verdict.Rows} rows in {verdict.Blocks} blocks", findings);
    }
}
