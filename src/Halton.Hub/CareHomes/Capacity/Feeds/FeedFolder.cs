using System.Globalization;
using System.Runtime.CompilerServices;
using Halton.Hub.Clock;
using Npgsql;

namespace Halton.Hub.CareHomes.Capacity.Feeds;

/// <summary>
/// The folder of extracts. A file is claimed by moving it to <c>taking/</c> under the number of the firing's fence, which only one can do, and ends
/// in <c>done/</c> or <c>rejected/</c> with its report. What a run that died had claimed, the next takes over. Files that are still being written
/// (touched just now, or named <c>.part</c> or <c>.tmp</c>), hidden ones and links are left alone.
/// </summary>
internal sealed class FeedFolder(FeedPlaces places, FeedLimits limits, NpgsqlDataSource source, TimeProvider clock)
{
    /// <summary>Ends the names of reports.</summary>
    public const string ReportEnding = ".report.jsonl";

    private const string Lives = "select exists (select from clock.run where fence = $1 and outcome is null and seen_at > clock_timestamp() - interval '1 minute')";
    private static readonly string[] HalfWritten = [".part", ".tmp", ".filepart", ".crdownload"];

    /// <summary>Claims one file after another, in the order of their names; first what was left behind.</summary>
    public async IAsyncEnumerable<ClaimedFeed> Claim(Fence fence, [EnumeratorCancellation] CancellationToken ct)
    {
        if (places.Folder is null)
        {
            yield break;
        }

        foreach (var room in new[] { "taking", "done", "rejected" })
        {
            System.IO.Directory.CreateDirectory(In(room));
        }

        foreach (var left in Files(In("taking")).Where(file => !file.Name.EndsWith(ReportEnding, StringComparison.Ordinal)))
        {
            var (number, name) = left.Name.Split('~', 2) is [var first, var rest] && long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? (n, rest) : (0, left.Name);
            if (number != fence.Number && !await IsAlive(number, ct) && Move(left, fence, name) is { } claimed)
            {
                yield return claimed;
            }
        }

        foreach (var file in Files(places.Folder).Where(IsWhole))
        {
            if (Move(file, fence, file.Name) is { } claimed)
            {
                yield return claimed;
            }
        }
    }

    /// <summary>Puts a file where it belongs, its report beside it. Another firing that has it by now keeps it.</summary>
    public void Finish(ClaimedFeed feed, bool rejected)
    {
        var end = Path.Combine(In(rejected ? "rejected" : "done"), feed.Name);
        end = File.Exists(end) ? Path.Combine(Path.GetDirectoryName(end)!, $"{clock.GetUtcNow():yyyyMMddTHHmmssfff}Z-{feed.Name}") : end;
        try
        {
            File.Move(feed.Report, end + ReportEnding, overwrite: true);
            File.Move(feed.Path, end);
        }
        catch (FileNotFoundException)
        {
            // The other firing's report is the one that counts.
        }
    }

    /// <summary>Puts a file back that somebody still writes to.</summary>
    public void Release(ClaimedFeed feed)
    {
        File.Delete(feed.Report);
        try
        {
            File.Move(feed.Path, Path.Combine(places.Folder!, feed.Name));
        }
        catch (IOException)
        {
            // Another of its name has come meanwhile: this one is taken again from where it is.
        }
    }

    /// <summary>A file for the report on an extract that is no file of the folder.</summary>
    public string? ReportOf(string name, bool rejected)
    {
        if (places.Folder is null)
        {
            return null;
        }

        var room = In(rejected ? "rejected" : "done");
        System.IO.Directory.CreateDirectory(room);
        return Path.Combine(room, $"{clock.GetUtcNow():yyyyMMddTHHmmssfff}Z-{name}{ReportEnding}");
    }

    private string In(string room) => Path.Combine(places.Folder!, room);

    private static List<FileInfo> Files(string folder) => new DirectoryInfo(folder) is { Exists: true } there
        ? [.. there.EnumerateFiles().Where(file => file.Name[0] != '.' && file.LinkTarget is null).OrderBy(file => file.Name, StringComparer.Ordinal)]
        : [];

    private bool IsWhole(FileInfo file) =>
        !HalfWritten.Any(end => file.Name.EndsWith(end, StringComparison.OrdinalIgnoreCase)) && file.LastWriteTimeUtc <= clock.GetUtcNow().UtcDateTime - limits.Quiet;

    private ClaimedFeed? Move(FileInfo file, Fence fence, string name)
    {
        var claimed = Path.Combine(In("taking"), string.Create(CultureInfo.InvariantCulture, $"{fence.Number}~{name}"));
        try
        {
            File.Move(file.FullName, claimed);
            var now = new FileInfo(claimed);
            return new ClaimedFeed(name, claimed, now.Length, now.LastWriteTimeUtc);
        }
        catch (IOException)
        {
            // Another firing was faster.
            return null;
        }
    }

    private async Task<bool> IsAlive(long fence, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Lives);
        command.Parameters.Add(new() { Value = fence });
        return await command.ExecuteScalarAsync(ct) is true;
    }
}
