namespace Halton.Hub.Audit;

/// <summary>
/// Block hashes kept outside the database: <c>number hash</c> before a block is committed and <c>number sealed</c> after. Append-only by
/// habit; an operator may ship the file elsewhere. A path of null keeps none.
/// </summary>
public sealed class AnchorFile(string? path)
{
    private const string IsSealed = "sealed";
    private readonly Lock turn = new();

    /// <summary>Appends the hash of a block that is about to be committed.</summary>
    public void Append(long block, byte[] hash) => Write($"{block} {Convert.ToHexStringLower(hash)}\n");

    /// <summary>Notes that a block is committed: from now on it cannot have been rolled back by a crash.</summary>
    public void Confirm(long block) => Write($"{block} {IsSealed}\n");

    /// <summary>The last block that must be there: a confirmed one, or the one below the last that was begun.</summary>
    public static long LastSealed(ILookup<long, string> anchors) => anchors.Count == 0 ? 0 : anchors.Max(a => a.Contains(IsSealed) ? a.Key : a.Key - 1);

    /// <summary>All anchors. A block that was anchored, rolled back by a crash and sealed again has more than one hash.</summary>
    public async Task<ILookup<long, string>> Read(CancellationToken ct)
    {
        var lines = path is not null && File.Exists(path) ? await File.ReadAllLinesAsync(path, ct) : [];
        return lines.Select(line => line.Split(' ')).Where(parts => parts.Length == 2).ToLookup(parts => long.Parse(parts[0], null), parts => parts[1]);
    }

    // One at a time: two that append at once begin at the same end, and the later line would stand on the earlier one. A data folder has one process.
    private void Write(string line)
    {
        if (path is not null)
        {
            lock (turn)
            {
                File.AppendAllText(path, line);
            }
        }
    }
}
