namespace Halton.Hub.Placement.Standing;

/// <summary>One organisation's right to see one placement. Lists start here; the row walls ask here.</summary>
public sealed class PlacementAccess
{
    /// <summary>The organisation that may see it.</summary>
    public required string Org { get; init; }

    /// <summary>The placement.</summary>
    public required Guid PlacementId { get; init; }

    /// <summary>Why: <c>council</c>.</summary>
    public required string Relationship { get; init; }

    /// <summary>The organisation whose act gave the right.</summary>
    public required string GrantedBy { get; init; }
}
