namespace Halton.Hub.Bench;

/// <summary>What was asked for.</summary>
/// <param name="Seconds">Length of one round.</param>
/// <param name="Rounds">Rounds of each side.</param>
/// <param name="Scale">Size of the large database, in units of 10,000 stays.</param>
/// <param name="Data">Folder that the benchmark's data folders are in; they are kept for the next time.</param>
/// <param name="Server">The published server.</param>
internal sealed record BenchOptions(int Seconds, int Rounds, int Scale, string Data, string Server)
{
    /// <summary>How long each side runs before it is measured: on two cores the compiler's last tier takes its time.</summary>
    public TimeSpan WarmUp => TimeSpan.FromSeconds(Math.Max(20, Seconds));

    /// <summary>Length of one round.</summary>
    public TimeSpan Round => TimeSpan.FromSeconds(Seconds);

    /// <summary>A data folder of the benchmark's own.</summary>
    public string Folder(string name) => Path.Combine(Data, name);
}
