namespace Halton.Hub.Directory;

/// <summary>Something about a place that helps people with particular needs. HSDS-UK: accessibility.</summary>
public sealed class Accessibility
{
    /// <summary>Identifier, a UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The place.</summary>
    public Guid LocationId { get; set; }

    /// <summary>Code: step_free, accessible_toilet, hearing_loop, blue_badge_parking, lift, large_print, quiet_space, bsl_interpreter, changing_places or assistance_dogs.</summary>
    public required string Feature { get; set; }

    /// <summary>In words.</summary>
    public string? Description { get; set; }

    /// <summary>What to know before coming.</summary>
    public string? Details { get; set; }

    /// <summary>Web page with more.</summary>
    public string? Url { get; set; }
}
