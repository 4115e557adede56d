using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Cqc;

/// <summary>The local authorities that the hub watches: those of the code system local-authority, by the names that CQC uses.</summary>
public sealed class LocalAuthorities(CodeSystems codes, TimeProvider clock)
{
    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Names => [.. Valid().Select(authority => authority.Display)];

    /// <summary>The GSS code for a name; null when it is not listed. "St Helens" is "St. Helens".</summary>
    public string? Code(string? name) => name is null ? null : Valid().FirstOrDefault(authority => Same(authority.Display, name))?.Code;

    private static bool Same(string one, string other) => string.Equals(Bare(one), Bare(other), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string name) => name.Replace(".", "", StringComparison.Ordinal).Trim();

    private IReadOnlyList<Coding> Valid() => codes.Valid(CareHomeCodes.LocalAuthority, clock.Today());
}
