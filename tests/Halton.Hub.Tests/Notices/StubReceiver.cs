using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Halton.Hub.Tests.Notices;

/// <summary>A partner's address that takes notices as a test tells it to.</summary>
internal sealed class StubReceiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private StubReceiver(WebApplication app) => this.app = app;

    /// <summary>Where it listens.</summary>
    public string Origin => app.Urls.First();

    /// <summary>What came, in its order.</summary>
    public ConcurrentQueue<Came> All { get; } = [];

    /// <summary>How it answers: by the number of what came, from 1.</summary>
    public Func<int, HttpContext, Task> Answers { get; set; } = (_, _) => Task.CompletedTask;

    public static async Task<StubReceiver> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var stub = new StubReceiver(builder.Build());
        stub.app.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var body = await reader.ReadToEndAsync();
            stub.All.Enqueue(new Came(http.Request.Path, body, http.Request.Headers["Hub-Attempt"].ToString(), http.Request.Headers["Hub-Signature"].ToString(), http.Request.ContentType ?? ""));
            await stub.Answers(stub.All.Count, http);
        });
        await stub.app.StartAsync();
        return stub;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>What came.</summary>
    public sealed record Came(string Path, string Body, string Attempt, string Signature, string ContentType);

    /// <summary>An address that answers with no HTTP at all.</summary>
    public sealed class Garbage : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);

        public Garbage()
        {
            listener.Start();
            _ = Listen();
        }

        public string Origin => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

        public int Calls { get; private set; }

        public void Dispose() => listener.Dispose();

        private async Task Listen()
        {
            try
            {
                while (true)
                {
                    using var client = await listener.AcceptTcpClientAsync();
                    Calls++;
                    await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("\u0001\u0002 no http at all \r\n\r\n"));
                }
            }
            catch (Exception e) when (e is SocketException or IOException or ObjectDisposedException)
            {
                // The test is over.
            }
        }
    }
}
