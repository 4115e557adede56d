using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Halton.Hub.Transport.GraphQL;

/// <summary>An id that is unique in the whole schema: base64url of <c>Type:uuid</c>. Opaque to partners.</summary>
/// <param name="Type">Name of the type in the schema.</param>
/// <param name="Id">The hub's id.</param>
public sealed record GlobalId(string Type, Guid Id)
{
    private const int Longest = 200;

    /// <summary>As partners see it.</summary>
    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Type}:{Id}"));

    /// <summary>Reads one; false when it is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out GlobalId? id)
    {
        id = null;
        if (text is not { Length: > 0 and <= Longest } || !Base64Url.IsValid(text))
        {
            return false;
        }

        var plain = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
        var colon = plain.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && Guid.TryParseExact(plain.AsSpan(colon + 1), "D", out var key))
        {
            id = new GlobalId(plain[..colon], key);
        }

        return id is not null;
    }
}
