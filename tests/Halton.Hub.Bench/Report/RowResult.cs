namespace Halton.Hub.Bench.Report;

/// <summary>One figure of each side.</summary>
/// <param name="What">What was measured, with its unit.</param>
/// <param name="Hub">The hub's.</param>
/// <param name="Reference">The reference's, or nothing.</param>
/// <param name="Ratio">Hub over reference, or nothing.</param>
internal sealed record Figure(string What, string Hub, string Reference = "", string Ratio = "");

/// <summary>One promise and whether it was kept.</summary>
/// <param name="What">The promise, with its limit.</param>
/// <param name="Measured">What was measured.</param>
/// <param name="Kept">Whether it was kept.</param>
internal sealed record Promise(string What, string Measured, bool Kept)
{
    /// <summary>PASS or MISS.</summary>
    public string Word => Kept ? "PASS" : "MISS";
}

/// <summary>What a row found.</summary>
/// <param name="Reference">What the hub was measured against.</param>
/// <param name="Figures">Medians of the rounds.</param>
/// <param name="Promises">The verdicts.</param>
/// <param name="Notes">What a reader must know to trust the figures.</param>
internal sealed record RowResult(string Reference, IReadOnlyList<Figure> Figures, IReadOnlyList<Promise> Promises, IReadOnlyList<string> Notes);
