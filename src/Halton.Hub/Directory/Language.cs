namespace Halton.Hub.Directory;

/// <summary>A language that a service can be had in. HSDS-UK: language.</summary>
public sealed class Language
{
    /// <summary>Identifier, a UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The service.</summary>
    public Guid ServiceId { get; set; }

    /// <summary>BCP 47 tag, for example pl; bfi is British Sign Language.</summary>
    public required string Code { get; set; }

    /// <summary>Name in English.</summary>
    public required string Name { get; set; }
}
