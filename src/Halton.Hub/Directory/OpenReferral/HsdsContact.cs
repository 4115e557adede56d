namespace Halton.Hub.Directory.OpenReferral;

/// <summary>A desk that answers for a service. Phones are HSDS's; the UK profile leaves them open.</summary>
public sealed record HsdsContact
{
    /// <summary>UUID.</summary>
    public string? Id { get; init; }

    /// <summary>A person's name: read on import only to say that it is not kept; never given.</summary>
    public string? Name { get; init; }

    /// <summary>The role or desk.</summary>
    public string? Title { get; init; }

    /// <summary>Its telephone numbers.</summary>
    public IReadOnlyList<HsdsPhone>? Phones { get; init; }
}
