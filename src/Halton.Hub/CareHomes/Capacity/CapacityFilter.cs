namespace Halton.Hub.CareHomes.Capacity;

/// <summary>Whose capacity a list shows; all that are given must hold.</summary>
public sealed record CapacityFilter
{
    /// <summary>GSS code of the local authority where the homes lie.</summary>
    public string? LocalAuthority { get; init; }

    /// <summary>Only homes with this kind of bed, a code of bed-type.</summary>
    public string? BedType { get; init; }

    /// <summary>Only homes with at least one available bed (of the kind, when one is named) that take people in, in numbers that are not stale.</summary>
    public bool AvailableOnly { get; init; }

    /// <summary>Only homes whose numbers are one of these.</summary>
    public IReadOnlyList<Freshness> Freshness { get; init; } = [];

    /// <summary>Full postcode or outward code: the nearest come first.</summary>
    public string? Near { get; init; }

    /// <summary>With near: at most this many metres away; 0 means no limit.</summary>
    public int WithinMetres { get; init; }
}
