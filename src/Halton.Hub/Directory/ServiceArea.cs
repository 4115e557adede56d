namespace Halton.Hub.Directory;

/// <summary>Where people must live to use a service. HSDS-UK: service_area.</summary>
public sealed class ServiceArea
{
    /// <summary>Identifier, a UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The service.</summary>
    public Guid ServiceId { get; set; }

    /// <summary>Name of the area.</summary>
    public string? Name { get; set; }

    /// <summary>Its shape or code.</summary>
    public string? Extent { get; set; }

    /// <summary>What the extent is, for example geojson.</summary>
    public string? ExtentType { get; set; }

    /// <summary>Web address of the area.</summary>
    public string? Uri { get; set; }
}
