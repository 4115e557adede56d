using Halton.Hub.Foundation;

namespace Halton.Hub.Transport.Fhir;

/// <summary>
/// What names a message besides its text: a repeat has the same pair; a change of the same matter has another request id and the same correlation id.
/// </summary>
/// <param name="RequestId">X-Request-Id.</param>
/// <param name="CorrelationId">X-Correlation-Id.</param>
/// <param name="Target">What NHSD-Target-Identifier names, if it is there.</param>
public sealed record MessageIds(Guid RequestId, Guid CorrelationId, string? Target)
{
    /// <summary>X-Request-Id.</summary>
    public const string Request = "x-request-id";

    /// <summary>X-Correlation-Id.</summary>
    public const string Correlation = "x-correlation-id";

    /// <summary>NHSD-Target-Identifier: base64 of a JSON object with value and system.</summary>
    public const string TargetIdentifier = "nhsd-target-identifier";

    private const int LongestTarget = 2000;

    /// <summary>Reads them; what is missing or wrong is named by its header.</summary>
    public static MessageIds Read(Func<string, string?> header)
    {
        ArgumentNullException.ThrowIfNull(header);
        var check = new FieldChecks();
        var ids = new MessageIds(check.Id(header(Request), "X-Request-Id"), check.Id(header(Correlation), "X-Correlation-Id"), Named(check, header(TargetIdentifier)));
        check.Settle();
        return ids;
    }

    private static string? Named(FieldChecks check, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        try
        {
            if (text.Length <= LongestTarget)
            {
                using var json = System.Text.Json.JsonDocument.Parse(Convert.FromBase64String(text));
                if (json.RootElement.GetProperty("system").GetString() is { Length: > 0 } && json.RootElement.GetProperty("value").GetString() is { Length: > 0 and <= 100 } value)
                {
                    return value;
                }
            }
        }
        catch (Exception e) when (e is FormatException or System.Text.Json.JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // Named below.
        }

        check.That(false, "NHSD-Target-Identifier", "HEADER_FORM", "Base64 of a JSON object with value and system.");
        return null;
    }
}
