using Halton.Hub.Faults.Load;
using Halton.Hub.Faults.Running;

namespace Halton.Hub.Faults.Checks;

/// <summary>All invariants, after a load has ended.</summary>
internal static class AllChecks
{
    /// <summary>Repeats what was doubtful, ends the load, reads the database once and compares.</summary>
    public static async Task<List<Verdict>> Run(Traffic traffic, HubProcess hub, int kills, CancellationToken ct)
    {
        var history = traffic.History;
        var repeats = await OnceCheck.Repeat(history, traffic.Random);
        await traffic.Heard(ct);
        var database = await DatabaseView.Read(hub.OwnerConnection, traffic.Name, history.Began, ct);
        return
        [
            AcknowledgedCheck.Run(history, database),
            OnceCheck.Run(history, database, repeats),
            AuditCheck.Run(history, database),
            WholeCheck.Run(history, database),
            await Delivery(traffic, hub, ct),
            await SealCheck.Run(hub, ct),
            RecoveryCheck.Answers(history, hub.Unforeseen(traffic.LogFrom)),
            RecoveryCheck.Times(history, kills),
        ];
    }

    /// <summary>I5 for the load's own watchers.</summary>
    public static async Task<Verdict> Delivery(Traffic traffic, HubProcess hub, CancellationToken ct)
    {
        var findings = new List<string>();
        foreach (var watcher in traffic.Watchers)
        {
            var committed = await CommittedEvents.Read(hub.OwnerConnection, watcher.Organization, traffic.From, ct);
            findings.AddRange(DeliveryCheck.Compare($"the watcher of {watcher.Organization}", watcher.Delivered, committed));
        }

        return DeliveryCheck.Of(traffic.Watchers.Sum(w => w.Count), traffic.Watchers.Sum(w => w.Reconnects), findings);
    }
}
