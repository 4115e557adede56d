namespace Halton.Hub.CareHomes.Homes;

/// <summary>Which homes a list shows; all that are given must hold.</summary>
public sealed record CareHomeFilter
{
    /// <summary>GSS code of the local authority where they lie.</summary>
    public string? LocalAuthority { get; init; }

    /// <summary>Words of the name, at least 2 characters.</summary>
    public string? Name { get; init; }

    /// <summary>Homes that declare this kind of bed, a code of bed-type.</summary>
    public string? BedType { get; init; }

    /// <summary>Homes that declare all of these, codes of care-home-capability, at most 7.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>Homes with one of these overall ratings, codes of cqc-rating, at most 7.</summary>
    public IReadOnlyList<string> Ratings { get; init; } = [];

    /// <summary>Full postcode or outward code: the nearest come first.</summary>
    public string? Near { get; init; }

    /// <summary>With near: at most this many metres away, up to 200,000.</summary>
    public int? WithinMetres { get; init; }

    /// <summary>Also services that are no care homes, and homes that are deregistered, removed or dormant.</summary>
    public bool IncludeAll { get; init; }
}
