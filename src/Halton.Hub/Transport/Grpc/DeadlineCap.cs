using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Halton.Hub.Transport.Grpc;

/// <summary>
/// Gives every gRPC call a deadline: the client's own, but at most 10 seconds for one answer and 30 minutes for a stream. It works on the
/// request's header, so that the framework keeps the deadline and the client sees it kept.
/// </summary>
public static class DeadlineCap
{
    private const string Header = "grpc-timeout";
    private static readonly string[] Streams = ["/Watch", "/Import"];

    /// <summary>Caps the deadline of one gRPC request; leaves others alone.</summary>
    public static Task Apply(HttpContext context, RequestDelegate next)
    {
        if (context.Request.ContentType?.StartsWith("application/grpc", StringComparison.Ordinal) != true)
        {
            return next(context);
        }

        var longest = Streams.Any(stream => context.Request.Path.Value!.Contains(stream, StringComparison.Ordinal)) ? TimeSpan.FromMinutes(30) : TimeSpan.FromSeconds(10);
        if (Read(context.Request.Headers[Header]) is not { } asked || asked > longest)
        {
            context.Request.Headers[Header] = longest.TotalSeconds.ToString(CultureInfo.InvariantCulture) + "S";
        }

        return next(context);
    }

    private static TimeSpan? Read(string? text)
    {
        if (text is not { Length: >= 2 and <= 9 } || !long.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
        {
            return null;
        }

        return text[^1] switch
        {
            'H' => TimeSpan.FromHours(amount),
            'M' => TimeSpan.FromMinutes(amount),
            'S' => TimeSpan.FromSeconds(amount),
            'm' => TimeSpan.FromMilliseconds(amount),
            'u' => TimeSpan.FromMicroseconds(amount),
            'n' => TimeSpan.FromMicroseconds(amount / 1000.0),
            _ => null,
        };
    }
}
