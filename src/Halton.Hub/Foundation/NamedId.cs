using System.Security.Cryptography;
using System.Text;

namespace Halton.Hub.Foundation;

/// <summary>Ids that follow from a name: the same on whichever node and however often. UUIDs of version 8, made by rules of their maker's own.</summary>
internal static class NamedId
{
    /// <summary>The id of a name.</summary>
    public static Guid Of(string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
