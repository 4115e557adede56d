namespace Halton.Hub.CareHomes.Cqc;

/// <summary>Opens the source that this node reads CQC from, a fresh one for each run.</summary>
public sealed class CqcSources(CqcOptions options, IHttpClientFactory clients)
{
    /// <summary>Opens it; null when the node has none.</summary>
    internal ICqcSource? Open() => options switch
    {
        { Url: not null } => new CqcApi(clients.CreateClient(CqcPatience.Name)),
        { Files: { } files } => new CqcFiles(files, options.FilesTakeUp),
        _ => null,
    };
}
