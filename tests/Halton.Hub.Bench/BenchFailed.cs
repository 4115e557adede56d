namespace Halton.Hub.Bench;

/// <summary>The benchmark itself could not be carried out; a promise that was missed is no such failure.</summary>
internal sealed class BenchFailed(string message) : Exception(message);
