using Xunit;

namespace Halton.Hub.Tests.Server;

/// <summary>One serving process with the demonstration for all tests of a class.</summary>
public sealed class ServingProcess : IAsyncLifetime
{
    /// <summary>Its data folder.</summary>
    public string Folder { get; } = ServerProcess.Folder();

    /// <summary>The process.</summary>
    public ServerProcess Server { get; private set; } = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => Server = await ServerProcess.Run(Folder, "demo");

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await ServerProcess.Clean(Folder);
    }
}
