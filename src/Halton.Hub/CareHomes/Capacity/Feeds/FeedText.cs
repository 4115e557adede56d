using System.Text;

namespace Halton.Hub.CareHomes.Capacity.Feeds;

/// <summary>Texts as extracts spell them: in UTF-8 with or without a mark, or in windows-1252, and with spaces that are none.</summary>
internal static class FeedText
{
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The encoding: as the mark at the beginning says, else UTF-8 when all of it is that, else windows-1252. Reads the stream through once and goes back.</summary>
    public static Encoding EncodingOf(Stream stream)
    {
        var (buffer, characters) = (new byte[64 * 1024], new char[64 * 1024]);
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        try
        {
            stream.Position = 0;
            int read;
            for (var first = true; (read = stream.Read(buffer)) > 0; first = false)
            {
                if (first && buffer is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
                {
                    return buffer[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
                }

                decoder.GetChars(buffer.AsSpan(0, read), characters, flush: false);
            }

            decoder.GetChars([], characters, flush: true);
            return Encoding.UTF8;
        }
        catch (DecoderFallbackException)
        {
            return Windows;
        }
        finally
        {
            stream.Position = 0;
        }
    }

    /// <summary>Whether it is a space that looks like one and is none: no-break, figure, narrow.</summary>
    public static bool IsHardSpace(char c) => c is '\u00A0' or '\u2007' or '\u202F' or '\uFEFF';

    /// <summary>A value without spaces around it; null when nothing is left.</summary>
    public static string? Clean(string? value)
    {
        if (value is null)
        {
            return null;
        }

        var text = value.Any(IsHardSpace) ? string.Concat(value.Select(c => IsHardSpace(c) ? ' ' : c)).Trim() : value.Trim();
        return text.Length == 0 ? null : text;
    }
}
