namespace Halton.Hub.Audit;

/// <summary>
/// Block hashes kept outside the database, one line a block: <c>number hash</c>. Append-only by habit; an operator may ship the file
/// elsewhere. A path of null keeps none.
/// </summary>
public sealed class AnchorFile(string? path)
{
    /// <summary>Appends a block's hash.</summary>
    public Task Append(long block, byte[] hash, CancellationToken ct) =>
        path is null ? Task.CompletedTask : File.AppendAllTextAsync(path, $"{block} {Convert.ToHexStringLower(hash)}\n", ct);

    /// <summary>All anchors. A block that was anchored, rolled back by a crash and sealed again has more than one hash.</summary>
    public async Task<ILookup<long, string>> Read(CancellationToken ct)
    {
        var lines = path is not null && File.Exists(path) ? await File.ReadAllLinesAsync(path, ct) : [];
        return lines.Select(line => line.Split(' ')).Where(parts => parts.Length == 2).ToLookup(parts => long.Parse(parts[0], null), parts => parts[1]);
    }
}
