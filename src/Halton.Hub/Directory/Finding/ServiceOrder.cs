namespace Halton.Hub.Directory.Finding;

/// <summary>Orders of an answer.</summary>
public enum ServiceOrder
{
    /// <summary>Best match first; the ranking explains itself.</summary>
    Relevance,

    /// <summary>Nearest first; needs a point.</summary>
    Distance,

    /// <summary>By name.</summary>
    Name,
}
