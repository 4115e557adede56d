using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Halton.Hub.Transport.Http;

/// <summary>A file that the build put into the library, ready to be served.</summary>
/// <param name="Bytes">What it says.</param>
/// <param name="Tag">Changes when it says something else.</param>
internal sealed record EmbeddedFile(byte[] Bytes, EntityTagHeaderValue Tag)
{
    /// <summary>Names of all such files.</summary>
    public static string[] Names => typeof(EmbeddedFile).Assembly.GetManifestResourceNames();

    /// <summary>Reads one.</summary>
    public static EmbeddedFile Read(string name)
    {
        using var content = typeof(EmbeddedFile).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return new EmbeddedFile(bytes, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\""));
    }

    /// <summary>Answers with it.</summary>
    public Task Answer(HttpContext http, string type)
    {
        PageHeaders.Guard(http.Response, PageHeaders.NoScripts);
        return Results.Bytes(Bytes, type, entityTag: Tag).ExecuteAsync(http);
    }
}
