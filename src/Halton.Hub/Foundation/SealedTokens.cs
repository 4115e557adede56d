using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Halton.Hub.Foundation;

/// <summary>
/// Page and resume tokens: opaque to partners, authenticated (HMAC-SHA-256 with the hub's own secret, shared by its nodes) and bound to
/// a purpose and a binding (caller and filters), so that a token made for one caller or filter is useless to another.
/// </summary>
/// <param name="secret">Tells the secret once the node knows it.</param>
public sealed class SealedTokens(Func<byte[]> secret)
{
    private const int MacBytes = 16;

    /// <summary>Seals a value.</summary>
    public string Seal<T>(string purpose, string binding, T value)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value);
        return Base64Url.EncodeToString([.. Mac(purpose, binding, body), .. body]);
    }

    /// <summary>Opens a token; false when it was not made here, for this purpose and binding.</summary>
    public bool TryOpen<T>(string purpose, string binding, string token, out T? value)
    {
        value = default;
        if (token.Length > 2048 || !Base64Url.IsValid(token))
        {
            return false;
        }

        var bytes = Base64Url.DecodeFromChars(token);
        if (bytes.Length <= MacBytes || !CryptographicOperations.FixedTimeEquals(Mac(purpose, binding, bytes.AsSpan(MacBytes)), bytes.AsSpan(0, MacBytes)))
        {
            return false;
        }

        value = JsonSerializer.Deserialize<T>(bytes.AsSpan(MacBytes));
        return value is not null;
    }

    private byte[] Mac(string purpose, string binding, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret());
        mac.AppendData(Encoding.UTF8.GetBytes($"{purpose}\n{binding}\n"));
        mac.AppendData(body);
        return mac.GetHashAndReset()[..MacBytes];
    }
}
