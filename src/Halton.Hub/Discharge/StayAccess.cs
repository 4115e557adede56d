namespace Halton.Hub.Discharge;

/// <summary>One organisation's right to see one stay. Lists start here; the row walls ask here.</summary>
public sealed class StayAccess
{
    /// <summary>The organisation that may see it.</summary>
    public required string Org { get; init; }

    /// <summary>The stay.</summary>
    public required Guid StayId { get; init; }

    /// <summary>Why: <c>trust</c> or <c>residence</c>.</summary>
    public required string Relationship { get; init; }

    /// <summary>The organisation whose act gave the right.</summary>
    public required string GrantedBy { get; init; }

    /// <summary>Copy of the stay's moment of admission, which never changes: the order of lists.</summary>
    public required DateTimeOffset AdmittedAt { get; init; }

    /// <summary>Copy of whether the stay is open; once saved, kept by a trigger.</summary>
    public required bool Open { get; set; }
}
