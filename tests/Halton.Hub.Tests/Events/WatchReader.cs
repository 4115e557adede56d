using Grpc.Core;
using Halton.Hub.Contracts.Discharge.V1;
using Xunit;

namespace Halton.Hub.Tests.Events;

/// <summary>A watch that a test reads: events on the one side, the token to go on from on the other.</summary>
public sealed class WatchReader : IDisposable
{
    private readonly AsyncServerStreamingCall<WatchDischargesResponse> call;

    private WatchReader(AsyncServerStreamingCall<WatchDischargesResponse> call) => this.call = call;

    /// <summary>The last message's token.</summary>
    public string Token { get; private set; } = "";

    /// <summary>Bookmarks seen.</summary>
    public int Bookmarks { get; private set; }

    /// <summary>Opens one and waits for its first message, which is a bookmark.</summary>
    public static async Task<WatchReader> Open(DischargeService.DischargeServiceClient client, string token = "", string ward = "")
    {
        var reader = new WatchReader(client.WatchDischarges(new WatchDischargesRequest { ResumeToken = token, Ward = ward }));
        Assert.Null((await reader.Next())!.Event);
        return reader;
    }

    /// <summary>The next message; null at a plain end.</summary>
    public async Task<WatchDischargesResponse?> Next()
    {
        if (!await call.ResponseStream.MoveNext(default))
        {
            return null;
        }

        var message = call.ResponseStream.Current;
        Assert.NotEmpty(message.ResumeToken);
        Token = message.ResumeToken;
        Bookmarks += message.Event is null ? 1 : 0;
        return message;
    }

    /// <summary>The next so many events.</summary>
    public async Task<List<WatchDischargesResponse>> Take(int events)
    {
        var taken = new List<WatchDischargesResponse>();
        while (taken.Count < events)
        {
            if ((await Next())!.Event is not null)
            {
                taken.Add(call.ResponseStream.Current);
            }
        }

        return taken;
    }

    /// <summary>The trailers of a watch that has ended.</summary>
    public Metadata Trailers() => call.GetTrailers();

    /// <inheritdoc />
    public void Dispose() => call.Dispose();
}
