namespace Halton.Hub.Directory.OpenReferral;

/// <summary>A desk's telephone number.</summary>
public sealed record HsdsPhone
{
    /// <summary>UUID.</summary>
    public string? Id { get; init; }

    /// <summary>The number as it is dialled in the United Kingdom.</summary>
    public string? Number { get; init; }

    /// <summary>When or for what to ring it.</summary>
    public string? Description { get; init; }
}
