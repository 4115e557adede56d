namespace Halton.Hub.Directory.OpenReferral;

/// <summary>A language that a service can be had in. Code and name are HSDS's; the UK profile leaves them open.</summary>
public sealed record HsdsLanguage
{
    /// <summary>UUID.</summary>
    public string? Id { get; init; }

    /// <summary>BCP 47 tag.</summary>
    public string? Code { get; init; }

    /// <summary>Name in English.</summary>
    public string? Name { get; init; }
}
