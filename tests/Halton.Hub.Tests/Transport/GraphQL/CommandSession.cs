using Halton.Hub.Data;
using Halton.Hub.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Tests.Transport.GraphQL;

/// <summary>The owner's session, as commands of operators have it.</summary>
internal sealed class CommandSession(HubUnderTest hub) : IAsyncDisposable
{
    /// <summary>The session.</summary>
    public HubDb Db { get; } = new(HubDbDesign.Options().UseNpgsql(hub.Owner).Options);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Db.DisposeAsync();
}
