namespace Halton.Hub.Directory.OpenReferral;

/// <summary>Something about a place that helps people with particular needs.</summary>
public sealed record HsdsAccessibility
{
    /// <summary>UUID.</summary>
    public string? Id { get; init; }

    /// <summary>In words.</summary>
    public string? Description { get; init; }

    /// <summary>What to know before coming.</summary>
    public string? Details { get; init; }

    /// <summary>Web page with more.</summary>
    public string? Url { get; init; }

    /// <summary>The feature; the hub's own codes, such as step_free.</summary>
    public string? Accessibility { get; init; }
}
