namespace Halton.Hub.Transport.Grpc;

/// <summary>Texts on the wire, where an empty one says that there is none.</summary>
internal static class WireText
{
    /// <summary>The text, or null when there is none.</summary>
    public static string? Given(this string text) => text.Length == 0 ? null : text;
}
