using Microsoft.Extensions.Logging;
using Npgsql;

namespace Halton.Hub.Data;

/// <summary>How the serving account connects.</summary>
internal static class Connections
{
    /// <summary>A node's pool for one of the serving accounts.</summary>
    public static NpgsqlDataSource Serving(string connection, ILoggerFactory logs)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection)
        {
            ApplicationName = "halton-hub",
            // More backends than the cores can run only make them take turns; callers wait in line here for less.
            MaxPoolSize = Math.Max(16, 8 * Environment.ProcessorCount),
            Timeout = 5,
            CommandTimeout = 10,
            CancellationTimeout = 500,
            // A ward's round is some 30 kB: read at once, not in four turns.
            ReadBufferSize = 32_768,
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            // The hub sets nothing on a session, only on a transaction (hub.org), so there is nothing to reset between uses.
            NoResetOnClose = true,
            IncludeErrorDetail = false,
            IncludeFailedBatchedCommand = false,
        };
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).UseLoggerFactory(logs).Build();
    }
}
