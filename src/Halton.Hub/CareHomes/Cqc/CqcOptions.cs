namespace Halton.Hub.CareHomes.Cqc;

/// <summary>Where the hub reads what CQC says, and how patiently. With an address it asks the syndication API; else it reads files of the same shape; with neither it reads nothing.</summary>
public sealed record CqcOptions
{
    /// <summary>No source.</summary>
    public static CqcOptions None { get; } = new();

    /// <summary>Base address of the syndication API, the one address that is ever asked: https, or loopback.</summary>
    public Uri? Url { get; init => field = value is null || value.AbsoluteUri.EndsWith('/') ? value : new Uri(value.AbsoluteUri + "/"); }

    /// <summary>The subscription key.</summary>
    public string? Key { get; init; }

    /// <summary>Opens <c>locations.ndjson</c> or <c>providers.ndjson</c>: one document of the API a line. Null when there is no such file.</summary>
    public Func<string, Stream?>? Files { get; init; }

    /// <summary>Whether homes that the hub does not know are taken up from the files; those of a demonstration only refresh what was loaded.</summary>
    public bool FilesTakeUp { get; init; }

    /// <summary>Requests in any minute, repeats among them; CQC's documented limit is 2,000 for all who share a key.</summary>
    public int RequestsPerMinute { get; init; } = 600;

    /// <summary>How long one attempt may take, to the last byte.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long an answer may take with all its attempts and the waits between them.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Attempts after the first.</summary>
    public int Repeats { get; init; } = 4;

    /// <summary>The wait before the first repeat; it doubles with each, with jitter.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait before a repeat. Whoever is asked to wait longer gives up and leaves it to the next run.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Files of a folder, which take up homes.</summary>
    public static CqcOptions Folder(string folder) => new()
    {
        Files = name => Path.Combine(folder, name) is var file && File.Exists(file) ? File.OpenRead(file) : null,
        FilesTakeUp = true,
    };
}
