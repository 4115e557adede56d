namespace Halton.Hub.Faults.Load;

/// <summary>A record that was shown to a partner: by the answer to a read, or by an event of a watch.</summary>
/// <param name="Partner">Who saw it.</param>
/// <param name="Operation">The rpc.</param>
/// <param name="Trace">Trace of the call.</param>
/// <param name="DischargeId">The record.</param>
internal readonly record struct Seen(string Partner, string Operation, string Trace, Guid DischargeId);
