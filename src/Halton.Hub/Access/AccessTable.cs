using System.Collections.Frozen;
using Halton.Hub.Foundation;

namespace Halton.Hub.Access;

/// <summary>One table says which scope, purpose, kind and relationship each operation needs. What is not in it cannot be called.</summary>
public sealed class AccessTable(IEnumerable<AccessRule> rules)
{
    private readonly FrozenDictionary<string, AccessRule> byDoor =
        rules.SelectMany(rule => rule.Doors, KeyValuePair.Create).ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Every door and the rule behind it.</summary>
    public IReadOnlyDictionary<string, AccessRule> Doors => byDoor;

    /// <summary>Whether any door of a GraphQL schema is open to a kind of organisation.</summary>
    public bool Serves(string schema, OrganizationKind? kind) =>
        kind is { } known && byDoor.Any(door => door.Key.StartsWith(schema, StringComparison.Ordinal) && door.Key[schema.Length] == '/' && door.Value.Kinds.Contains(known));

    /// <summary>The rule behind a door; a door without one is shut.</summary>
    public AccessRule Find(string door) =>
        byDoor.TryGetValue(door, out var rule) ? rule : throw new Fault(FaultKind.PermissionDenied, "NO_SUCH_OPERATION", "Nobody may call this.");

    /// <summary>Decides whether a caller may make a call at all, before any record is looked at.</summary>
    public static void Demand(AccessRule rule, Caller caller, string? purpose)
    {
        if (caller.Kind is not { } kind || !rule.Kinds.Contains(kind))
        {
            throw new Fault(FaultKind.PermissionDenied, "KIND_NOT_ALLOWED", $"This call is not for your kind of organisation ({caller.Kind}).");
        }

        if (rule.Resource != AccessRule.OfEachResource && !caller.Scopes.Allows(rule.Resource, rule.Interaction))
        {
            throw new Fault(FaultKind.PermissionDenied, "SCOPE_MISSING", $"This call needs the scope system/{rule.Resource}.{rule.Interaction}.");
        }

        if (!rule.AboutPerson)
        {
            return;
        }

        if (string.IsNullOrEmpty(purpose))
        {
            throw Fault.Invalid("purpose-of-use", "PURPOSE_REQUIRED", $"Name a purpose of use in the call's metadata, one of: {string.Join(", ", rule.Purposes.Order())}.");
        }

        if (!rule.Purposes.Contains(purpose) || !caller.Purposes.Contains(purpose))
        {
            throw new Fault(FaultKind.PermissionDenied, "PURPOSE_NOT_ALLOWED", "You may not make this call for that purpose of use.");
        }
    }
}
