using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Halton.Hub.Foundation;
using Hl7.Fhir.FhirPath;
using Hl7.Fhir.Introspection;
using Hl7.Fhir.Model;
using Hl7.FhirPath;
using Hl7.FhirPath.Expressions;

namespace Halton.Hub.Transport.Fhir;

/// <summary>
/// What FHIR R4 demands of a resource beyond its shape: the invariants of each element and datatype, and what a reference can point to.
/// Source: the R4 definitions (hl7.org/fhir/R4), of which <c>r4-rules.json</c> holds the rules alone.
/// </summary>
internal static class FhirRules
{
    private static readonly Rules Known = Read();
    private static readonly ConcurrentDictionary<Type, string?> Paths = [];

    /// <summary>Notes what a resource and everything in it breaks.</summary>
    public static void Check(Resource resource, FieldChecks check)
    {
        var root = PocoNodeOf(resource);
        Walk(root, "", check);
    }

    private static PocoNode PocoNodeOf(Resource resource) => resource.ToPocoNode();

    private static void Walk(PocoNode node, string parent, FieldChecks check)
    {
        if (check.Faults.Count >= FhirJson.MostTold || node.Poco is PrimitiveType { HasElements: false })
        {
            return;
        }

        var path = Path(node, parent);
        foreach (var of in Definitions(node.Poco, path))
        {
            if (Known.Invariants.TryGetValue(of, out var rules))
            {
                foreach (var (key, rule) in rules)
                {
                    check.That(Holds(rule, node), node.GetLocation(), key, $"The rule {key} of FHIR R4 is broken.");
                }
            }
        }

        if (node.Poco is ResourceReference reference && Known.Targets.TryGetValue(path, out var targets))
        {
            check.That(FhirTargets.CanBe(reference, node, targets), node.GetLocation(), "REFERENCE_TARGET", $"It can refer to: {string.Join(", ", targets.Order(StringComparer.Ordinal))}.");
        }

        foreach (var child in node.Children())
        {
            foreach (var one in child as IEnumerable<PocoNode> ?? [(PocoNode)child])
            {
                Walk(one, path, check);
            }
        }
    }

    // An expression that ends without an answer for what it was asked about is not kept.
    private static bool Holds(CompiledExpression rule, PocoNode node)
    {
        try
        {
            return rule.Predicate(node, new EvaluationContext());
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or ArgumentException or NotSupportedException or InvalidCastException)
        {
            return false;
        }
    }

    // Where the definitions speak of this element. An element that repeats another's content is spoken of there.
    private static string Path(PocoNode node, string parent) => node.Poco is Resource resource
        ? resource.TypeName
        : Paths.GetOrAdd(node.Poco.GetType(), type => Spoken(type)) ?? $"{parent}.{node.Name}";

    private static string? Spoken(Type type) => type.GetCustomAttribute<FhirTypeAttribute>() is { IsBackboneType: true } named ? named.Name : null;

    private static IEnumerable<string> Definitions(Base poco, string path)
    {
        yield return path;
        if (poco is DomainResource)
        {
            yield return "DomainResource";
        }
        else if (poco is DataType)
        {
            yield return poco.TypeName;
        }
    }

    private static Rules Read()
    {
        using var file = typeof(FhirRules).Assembly.GetManifestResourceStream("fhir/r4-rules.json")!;
        var read = JsonSerializer.Deserialize<Written>(file, JsonSerializerOptions.Web)!;
        var compiler = new FhirPathCompiler(new SymbolTable(FhirPathCompiler.DefaultSymbolTable).AddFhirExtensions());
        return new Rules(
            read.Invariants.ToFrozenDictionary(of => of.Key, of => of.Value.Select(rule => (rule.Key, compiler.Compile(rule.Value))).ToArray()),
            read.Targets.ToFrozenDictionary(of => of.Key.Replace("[x]", "", StringComparison.Ordinal), of => of.Value.ToFrozenSet(StringComparer.Ordinal)));
    }

    private sealed record Written(Dictionary<string, Dictionary<string, string>> Invariants, Dictionary<string, string[]> Targets);

    private sealed record Rules(FrozenDictionary<string, (string Key, CompiledExpression Rule)[]> Invariants, FrozenDictionary<string, FrozenSet<string>> Targets);
}
