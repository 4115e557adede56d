using Xunit;

namespace Halton.Hub.Tests.Hosts;

/// <summary>One node and one database for all tests of a class.</summary>
public sealed class OneHub : IAsyncLifetime
{
    /// <summary>The node.</summary>
    public HubUnderTest Hub { get; private set; } = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => Hub = await HubUnderTest.Start();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Hub.DisposeAsync();
}
