namespace Halton.Hub.Directory;

/// <summary>A desk's telephone number. HSDS-UK: phone.</summary>
public sealed class Phone
{
    /// <summary>Identifier, a UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The contact.</summary>
    public Guid ContactId { get; set; }

    /// <summary>The number as it is dialled in the United Kingdom.</summary>
    public required string Number { get; set; }

    /// <summary>When or for what to ring it.</summary>
    public string? Description { get; set; }
}
