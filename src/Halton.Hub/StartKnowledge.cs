using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Events;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Halton.Hub;

/// <summary>What a node must know before it serves: the codes, the partners, the shared secret, the database's identity; and it publishes its key.</summary>
public sealed class StartKnowledge(NpgsqlDataSource source, CodeSystems codes, PartnerDirectory partners, SigningKeys keys, HubOptions options) : IHostedService
{
    private byte[]? secret;
    private DatabaseIdentity? database;

    /// <summary>The hub's own secret.</summary>
    public byte[] Secret => secret ?? throw TooEarly();

    /// <summary>The database's identity.</summary>
    public DatabaseIdentity Database => database ?? throw TooEarly();

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using (var command = source.CreateCommand("select secret from access.hub_secret"))
        {
            secret = (byte[])(await command.ExecuteScalarAsync(cancellationToken))!;
        }

        database = await DatabaseIdentity.Ask(source, cancellationToken);
        await codes.Load(source, cancellationToken);
        await partners.Refresh(cancellationToken);
        await (options.Serves || options.Ticks ? keys.Publish(cancellationToken) : Task.CompletedTask);
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static InvalidOperationException TooEarly() => new("Asked before the node had started.");
}
