using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Halton.Hub.Foundation;

namespace Halton.Hub.Access;

/// <summary>
/// GraphQL documents that partners may send by their SHA-256 alone: those shared by all, which lie in <c>schema/operations</c>, and each
/// partner's own. A partner that agreed so may send nothing else.
/// </summary>
public sealed class TrustedDocuments(PartnerDirectory partners)
{
    private const string Prefix = "sha256:";
    private const string Folder = "published/schema/operations/";

    /// <summary>Names and texts of the shared documents.</summary>
    public static IReadOnlyDictionary<string, string> ByName { get; } = typeof(TrustedDocuments).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).ToDictionary(name => name[Folder.Length..], Text, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Shared = ByName.Values.ToFrozenDictionary(Id, text => text, StringComparer.Ordinal);

    /// <summary>The id of a document.</summary>
    public static string Id(string document) => Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    /// <summary>The hexadecimal digits of an id, with or without its prefix.</summary>
    internal static string Digits(string id) => id.StartsWith(Prefix, StringComparison.Ordinal) ? id[Prefix.Length..] : id;

    /// <summary>Whether a partner may send documents of its own making.</summary>
    public bool FreeForm(Caller caller) => partners.DemandActive(caller.Partner).FreeFormQueries;

    /// <summary>The document of an id, when it is trusted for the partner; what does not hash to its id is not.</summary>
    public string? Find(Caller caller, string id)
    {
        var partner = partners.DemandActive(caller.Partner);
        return (partner.Documents.TryGetValue(id, out var document) || Shared.TryGetValue(id, out document)) && Id(document) == id ? document : null;
    }

    private static string Text(string resource)
    {
        using var reader = new StreamReader(typeof(TrustedDocuments).Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
