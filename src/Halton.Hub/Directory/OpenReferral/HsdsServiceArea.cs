namespace Halton.Hub.Directory.OpenReferral;

/// <summary>Where people must live to use a service.</summary>
public sealed record HsdsServiceArea
{
    /// <summary>UUID.</summary>
    public string? Id { get; init; }

    /// <summary>Name of the area.</summary>
    public string? Name { get; init; }

    /// <summary>Its shape or code.</summary>
    public string? Extent { get; init; }

    /// <summary>What the extent is.</summary>
    public string? ExtentType { get; init; }

    /// <summary>Web address of the area.</summary>
    public string? Uri { get; init; }
}
