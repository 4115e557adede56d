using Hl7.Fhir.Model;

namespace Halton.Hub.Transport.Fhir;

/// <summary>What a reference points to, as far as its text, its type, the resources contained with it or the bundle around it tell.</summary>
internal static class FhirTargets
{
    /// <summary>Whether a reference can point to one of some types. What it points to may be unknown: an identifier alone does not tell.</summary>
    public static bool CanBe(ResourceReference reference, PocoNode node, IReadOnlySet<string> types)
    {
        var found = Found(reference, node);
        return (found is null || types.Contains(found)) && (reference.Type is not { } said || (types.Contains(said) && (found is null || found == said)));
    }

    private static string? Found(ResourceReference reference, PocoNode node)
    {
        if (reference.Reference is not { Length: > 0 } text)
        {
            return null;
        }

        if (text[0] == '#')
        {
            return text.Length == 1 ? Around(node).Last().TypeName : Contained(node).FirstOrDefault(r => r.Id == text[1..])?.TypeName;
        }

        // Type/id, also after an address and before a version.
        var parts = text.Split("/_history/")[0].Split('/');
        var type = parts.Length >= 2 ? parts[^2] : null;
        return type is not null && ModelInfo.IsKnownResource(type) ? type : Bundled(node, text)?.TypeName;
    }

    private static IEnumerable<Resource> Around(PocoNode node)
    {
        for (PocoNodeOrList? at = node; at is not null; at = at.Parent)
        {
            if (at is PocoNode { Poco: Resource and not Bundle } resource)
            {
                yield return (Resource)resource.Poco;
            }
        }
    }

    private static IEnumerable<Resource> Contained(PocoNode node) => Around(node).OfType<DomainResource>().SelectMany(r => r.Contained);

    private static Resource? Bundled(PocoNode node, string text)
    {
        for (PocoNodeOrList? at = node; at is not null; at = at.Parent)
        {
            if (at is PocoNode { Poco: Bundle bundle })
            {
                return bundle.Entry.Find(e => e.FullUrl == text)?.Resource;
            }
        }

        return null;
    }
}
