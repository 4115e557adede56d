namespace Halton.Hub.CareHomes.Capacity.Feeds;

/// <summary>
/// The lines of a text, each at most so long. Of a longer one nothing is kept but its end, and it is told of by its number; so no line, however
/// long, costs memory, and the next line is read as it stands. Hard spaces become spaces.
/// </summary>
/// <param name="inner">The text.</param>
/// <param name="longest">Characters of the longest line that is read.</param>
/// <param name="tooLong">Told the number of each line that is longer.</param>
internal sealed class BoundedLines(TextReader inner, int longest, Action<int> tooLong) : TextReader
{
    private readonly char[] chunk = new char[8 * 1024];
    private readonly char[] line = new char[longest + 1];
    private int chunkAt;
    private int chunkEnd;
    private int lineAt;
    private int lineEnd;

    /// <summary>The number of the line that was read last.</summary>
    public int Number { get; private set; }

    /// <inheritdoc />
    public override int Read(Span<char> buffer)
    {
        if (buffer.IsEmpty || (lineAt == lineEnd && !NextLine()))
        {
            return 0;
        }

        var taken = Math.Min(buffer.Length, lineEnd - lineAt);
        line.AsSpan(lineAt, taken).CopyTo(buffer);
        lineAt += taken;
        return taken;
    }

    /// <inheritdoc />
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <inheritdoc />
    public override int Peek() => lineAt < lineEnd || NextLine() ? line[lineAt] : -1;

    /// <inheritdoc />
    public override int Read() => lineAt < lineEnd || NextLine() ? line[lineAt++] : -1;

    /// <inheritdoc />
    public override string? ReadLine()
    {
        if (lineAt == lineEnd && !NextLine())
        {
            return null;
        }

        var text = new string(line, lineAt, lineEnd - lineAt).TrimEnd('\r', '\n');
        lineAt = lineEnd;
        return text;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }

    private bool NextLine()
    {
        (lineAt, lineEnd) = (0, 0);
        var (any, over) = (false, false);
        while (Next() is { } c)
        {
            if (!any)
            {
                (any, Number) = (true, Number + 1);
            }

            if (c == '\n')
            {
                Refuse(over);
                line[lineEnd++] = c;
                return true;
            }

            if (lineEnd < longest)
            {
                line[lineEnd++] = FeedText.IsHardSpace(c) ? ' ' : c;
            }
            else
            {
                over = true;
            }
        }

        Refuse(over);
        return lineEnd > 0;
    }

    private void Refuse(bool over)
    {
        if (over)
        {
            lineEnd = 0;
            tooLong(Number);
        }
    }

    private char? Next()
    {
        if (chunkAt == chunkEnd)
        {
            (chunkAt, chunkEnd) = (0, inner.Read(chunk, 0, chunk.Length));
        }

        return chunkEnd == 0 ? null : chunk[chunkAt++];
    }
}
