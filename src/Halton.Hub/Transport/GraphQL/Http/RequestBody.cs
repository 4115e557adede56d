using Halton.Hub.Transport.GraphQL.Guard;
using Microsoft.AspNetCore.Http;

namespace Halton.Hub.Transport.GraphQL.Http;

/// <summary>Reads a request's body, at most 16 KiB of it, before anything looks into it.</summary>
internal static class RequestBody
{
    /// <summary>Reads it all, or refuses it.</summary>
    public static async Task<ReadOnlyMemory<byte>> Read(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > Limits.RequestBytes)
        {
            throw TooLarge();
        }

        var body = new byte[Limits.RequestBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, ct);
        return length <= Limits.RequestBytes ? body.AsMemory(0, length) : throw TooLarge();
    }

    private static RequestRefused TooLarge() => RequestRefused.NotFormed("REQUEST_TOO_LARGE", $"At most {Limits.RequestBytes} bytes. Send long documents once and name them by documentId.", StatusCodes.Status413PayloadTooLarge);
}
