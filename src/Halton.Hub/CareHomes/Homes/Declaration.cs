namespace Halton.Hub.CareHomes.Homes;

/// <summary>That a home has said what beds and capabilities it has: beside what CQC says, so that neither overwrites the other.</summary>
public sealed class Declaration
{
    /// <summary>The home.</summary>
    public required Guid HomeId { get; init; }

    /// <summary>When it last said so.</summary>
    public required DateTimeOffset DeclaredAt { get; set; }

    /// <summary>Counts the declarations.</summary>
    public int Version { get; set; } = 1;
}
