namespace Halton.Hub.Access;

/// <summary>
/// SMART v2 system scopes, parsed strictly: <c>system/Resource.cruds</c> with the letters in that order. Anything else, a constraint
/// after <c>?</c> above all, is refused and never ignored, since ignoring one would widen access. Source: HL7 smart-app-launch, scopes.
/// </summary>
public sealed class ScopeSet
{
    private const string Letters = "cruds";
    private readonly Dictionary<string, string> granted = new(StringComparer.Ordinal);

    private ScopeSet(IEnumerable<(string Resource, string Interactions)> scopes)
    {
        foreach (var (resource, interactions) in scopes)
        {
            granted[resource] = granted.GetValueOrDefault(resource, "") + interactions;
        }
    }

    /// <summary>No scope at all.</summary>
    public static ScopeSet None { get; } = new([]);

    /// <summary>Reads space-separated scopes.</summary>
    public static bool TryParse(string text, out ScopeSet set)
    {
        var scopes = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parse).ToList();
        set = new ScopeSet(scopes.OfType<(string, string)>());
        return scopes.Count is > 0 and <= 100 && scopes.All(s => s is not null);
    }

    /// <summary>Whether an interaction (one of c, r, u, d, s) on a resource is granted.</summary>
    public bool Allows(string resource, char interaction) => granted.TryGetValue(resource, out var letters) && letters.Contains(interaction);

    /// <summary>Whether everything in the other set is granted here too.</summary>
    public bool Covers(ScopeSet other) => other.granted.All(pair => pair.Value.All(letter => Allows(pair.Key, letter)));

    private static (string Resource, string Interactions)? Parse(string scope)
    {
        if (!scope.StartsWith("system/", StringComparison.Ordinal) || scope.IndexOf('.', StringComparison.Ordinal) is not (> 7 and var dot))
        {
            return null;
        }

        var (resource, interactions) = (scope[7..dot], scope[(dot + 1)..]);
        var ordered = interactions.Length > 0 && string.Concat(Letters.Where(interactions.Contains)) == interactions;
        return ordered && char.IsAsciiLetterUpper(resource[0]) && resource.All(char.IsAsciiLetter) ? (resource, interactions) : null;
    }
}
