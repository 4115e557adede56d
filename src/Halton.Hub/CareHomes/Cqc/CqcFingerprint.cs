using System.Security.Cryptography;
using System.Text.Json;
using Halton.Hub.Data;

namespace Halton.Hub.CareHomes.Cqc;

/// <summary>Tells what was said apart, so that a run that is repeated makes the same saves of the same words and others of others.</summary>
internal static class CqcFingerprint
{
    /// <summary>Of what is to be saved.</summary>
    public static string Of(object said) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(said, said.GetType(), HubJson.Options)));
}
