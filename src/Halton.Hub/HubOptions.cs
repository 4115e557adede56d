using System.Net;
using Halton.Hub.CareHomes.Cqc;

namespace Halton.Hub;

/// <summary>How one node of the hub runs.</summary>
public sealed class HubOptions
{
    /// <summary>Address of the HTTP port; port 0 takes a free one.</summary>
    public required IPEndPoint Http { get; init; }

    /// <summary>Address of the gRPC port; port 0 takes a free one.</summary>
    public required IPEndPoint Grpc { get; init; }

    /// <summary>Connection string of the serving account, <c>hub_app</c>.</summary>
    public required string AppConnection { get; init; }

    /// <summary>Connection string of the directory's account, <c>hub_directory</c>.</summary>
    public required string DirectoryConnection { get; init; }

    /// <summary>Connection string of the account that migrates.</summary>
    public required string OwnerConnection { get; init; }

    /// <summary>Whether this is a developer's node: reflection and the explorer are on.</summary>
    public bool Development { get; init; }

    /// <summary>Whether GraphiQL is served on a node that is no developer's, too.</summary>
    public bool Explorer { get; init; }

    /// <summary>Folder of GraphiQL's files, which the build leaves beside the program.</summary>
    public string ExplorerFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "explorer");

    /// <summary>The base address that partners know the HTTP port by, when a proxy stands before it; null where it is the one listened on.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>PEM file of the TLS certificate, when the hub itself speaks TLS.</summary>
    public string? TlsCertificate { get; init; }

    /// <summary>PEM file of the certificate's key.</summary>
    public string? TlsKey { get; init; }

    /// <summary>What this node does: <c>api</c>, <c>jobs</c> or both.</summary>
    public IReadOnlySet<string> Roles { get; init; } = new HashSet<string> { "api", "jobs" };

    /// <summary>Whether partners are served here.</summary>
    public bool Serves => Roles.Contains("api");

    /// <summary>Whether the clock ticks here.</summary>
    public bool Ticks => Roles.Contains("jobs");

    /// <summary>File that keeps the hashes of sealed audit blocks outside the database.</summary>
    public string? AnchorFile { get; init; }

    /// <summary>Folder that extracts of capacity are put into; null when there is none.</summary>
    public string? FeedFolder { get; init; }

    /// <summary>Addresses that extracts of capacity are fetched from, https or loopback.</summary>
    public IReadOnlyList<Uri> FeedUrls { get; init; } = [];

    /// <summary>Where the node reads what CQC says of care homes.</summary>
    public CqcOptions Cqc { get; init; } = CqcOptions.None;

    /// <summary>Clock of the node.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
