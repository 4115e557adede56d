namespace Halton.Hub.Directory.Maintaining;

/// <summary>Where people must live to use a service. HSDS-UK: service_area.</summary>
public sealed record ServiceAreaEntry
{
    /// <summary>Name of the area, up to 200 characters.</summary>
    public string? Name { get; init; }

    /// <summary>Its shape or code, up to 2,000 characters.</summary>
    public string? Extent { get; init; }

    /// <summary>What the extent is, for example geojson.</summary>
    public string? ExtentType { get; init; }

    /// <summary>Web address of the area.</summary>
    public string? Uri { get; init; }
}
