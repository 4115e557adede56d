using Grpc.Core;
using Halton.Hub.Contracts.Discharge.V1;

namespace Halton.Hub.Faults.Load;

/// <summary>One write, from its first attempt to its end: acknowledged, refused, or given up and so unknown.</summary>
/// <param name="Door">Who wrote.</param>
/// <param name="Operation">The rpc.</param>
/// <param name="Spell">The spell that it is about; the stay's name before the hub gave it an id.</param>
/// <param name="RequestId">The same for every attempt.</param>
/// <param name="Send">Sends it, as often as need be.</param>
internal sealed record Written(HubDoor Door, string Operation, string Spell, Guid RequestId, Func<CallOptions, Task<DischargeStatus>> Send)
{
    /// <summary>Attempts so far.</summary>
    public int Attempts { get; set; }

    /// <summary>The answer, once acknowledged.</summary>
    public DischargeStatus? Answer { get; set; }

    /// <summary>Trace of the acknowledged attempt.</summary>
    public string Trace { get; set; } = "";

    /// <summary>Why it was refused.</summary>
    public string? Refusal { get; set; }

    /// <summary>What became of it.</summary>
    public string Outcome => Answer is not null ? "ok" : Refusal is not null ? "refused" : "unknown";
}
