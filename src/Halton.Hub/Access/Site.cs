namespace Halton.Hub.Access;

/// <summary>A hospital site of a trust. FHIR: Location.</summary>
public sealed class Site
{
    /// <summary>ODS site code.</summary>
    public required string Code { get; init; }

    /// <summary>Code of the trust.</summary>
    public required string Organization { get; init; }

    /// <summary>The hospital's name.</summary>
    public required string Name { get; set; }
}
