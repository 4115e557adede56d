using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Halton.Hub.Faults.Running;

namespace Halton.Hub.Faults.Notices;

/// <summary>A partner's address: takes every notice, and keeps in which order they came, and as which attempt.</summary>
internal sealed class Inbox : IDisposable
{
    private readonly HttpListener listener = new();

    public Inbox()
    {
        Origin = $"http://{LoopbackPort.Free().Authority}";
        listener.Prefixes.Add(Origin + "/");
        listener.Start();
        _ = Listen();
    }

    /// <summary>Where it listens.</summary>
    public string Origin { get; }

    /// <summary>What came: the event's id and the attempt.</summary>
    public ConcurrentQueue<(Guid Event, int Attempt)> Came { get; } = [];

    public void Dispose() => listener.Close();

    private async Task Listen()
    {
        try
        {
            while (true)
            {
                _ = Take(await listener.GetContextAsync());
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // The scenario is over.
        }
    }

    private async Task Take(HttpListenerContext http)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.InputStream);
            Came.Enqueue((body.RootElement.GetProperty("id").GetGuid(), int.Parse(http.Request.Headers["Hub-Attempt"]!, CultureInfo.InvariantCulture)));
            http.Response.StatusCode = 204;
            http.Response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or IOException or JsonException or ObjectDisposedException)
        {
            // Its sender was killed in the middle.
            http.Response.Abort();
        }
    }
}
