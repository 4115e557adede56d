using System.Security.Cryptography;
using System.Text;
using Halton.Hub.Foundation;

namespace Halton.Hub.Access;

/// <summary>A keyed pseudonym of an NHS number: the same number gives the same value, and nobody without the hub's secret can go back.</summary>
public sealed class PersonPseudonym(byte[] secret)
{
    /// <summary>The pseudonym, 16 bytes.</summary>
    public byte[] Of(NhsNumber number) => HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(number.Digits))[..16];
}
