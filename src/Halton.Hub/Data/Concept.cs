namespace Halton.Hub.Data;

/// <summary>One code of a code system, valid between two days. FHIR: CodeSystem.concept.</summary>
public sealed class Concept
{
    /// <summary>The code system's URL.</summary>
    public required string System { get; init; }

    /// <summary>The code.</summary>
    public required string Code { get; init; }

    /// <summary>First day on which it can be used.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day on which it can be used; null while it is current.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>Its wording.</summary>
    public required string Display { get; set; }

    /// <summary>What else the list says of it, by the property's name.</summary>
    public Dictionary<string, string> Properties { get; set; } = [];
}
