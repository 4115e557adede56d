namespace Halton.Hub.Directory;

/// <summary>A desk or role that answers for a service; the directory names no person. HSDS-UK: contact, without its name.</summary>
public sealed class Contact
{
    /// <summary>Identifier, a UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The service.</summary>
    public Guid ServiceId { get; set; }

    /// <summary>The role or desk.</summary>
    public required string Title { get; set; }

    /// <summary>Its telephone numbers.</summary>
    public List<Phone> Phones { get; set; } = [];
}
