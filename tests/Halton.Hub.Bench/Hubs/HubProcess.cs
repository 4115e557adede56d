using System.Text.Json;
using Grpc.Core;
using Halton.Hub.Client;

namespace Halton.Hub.Bench.Hubs;

/// <summary>A hub that serves on a data folder of the benchmark's, and the partner that calls it.</summary>
internal sealed class HubProcess : IAsyncDisposable
{
    /// <summary>The trust whose partner calls.</summary>
    public const string Trust = "RWW";

    /// <summary>The partner that calls.</summary>
    public const string Partner = "rww";

    private readonly ChildProcess child;
    private readonly HttpClient http = new();
    private readonly AccessTokens tokens;
    private readonly string keys;
    private (string Token, Metadata Headers) last = ("", []);

    private HubProcess(ChildProcess child, string folder, TimeSpan startedIn, Announced announced)
    {
        this.child = child;
        (StartedIn, Http, Grpc, Database) = (startedIn, new Uri(announced.Http), new Uri(announced.Grpc), new HubDatabase(announced.OwnerConnection));
        keys = Path.Combine(folder, "keys");
        tokens = TokensOf(Partner, "TREAT");
    }

    /// <summary>Its number.</summary>
    public int Pid => child.Pid;

    /// <summary>From the process's start to the line "hub ready".</summary>
    public TimeSpan StartedIn { get; }

    /// <summary>Where it serves HTTP.</summary>
    public Uri Http { get; }

    /// <summary>Where it serves gRPC.</summary>
    public Uri Grpc { get; }

    /// <summary>Its database, seen as the superuser.</summary>
    public HubDatabase Database { get; }

    /// <summary>Starts one; it has demonstration data when it is ready.</summary>
    public static async Task<HubProcess> Start(BenchOptions options, string folder, CancellationToken ct)
    {
        var (child, _, after) = await ChildProcess.Start(options.Server, ["run", "--data", folder, "--http", "127.0.0.1:0", "--grpc", "127.0.0.1:0"], "hub ready", null, ct);
        try
        {
            return new HubProcess(child, folder, after, JsonSerializer.Deserialize<Announced>(await File.ReadAllBytesAsync(Path.Combine(folder, "hub.json"), ct))!);
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }
    }

    /// <summary>Headers of a call: a token that is good now, and the purpose.</summary>
    public async ValueTask<Metadata?> Headers()
    {
        var token = await tokens.Get();
        var known = last;
        if (known.Token != token)
        {
            last = known = (token, new Metadata { { "authorization", "Bearer " + token }, { "purpose-of-use", "TREAT" } });
        }

        return known.Headers;
    }

    /// <summary>Access tokens of one of the demonstration partners; to be disposed of before the hub.</summary>
    public AccessTokens TokensOf(string partner, string purpose) =>
        new(http, Http, HubPartner.FromFile(partner, Path.Combine(keys, $"{partner}.json"), purpose), TimeProvider.System);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await child.DisposeAsync();
        tokens.Dispose();
        http.Dispose();
    }

    private sealed record Announced(string Http, string Grpc, string OwnerConnection);
}
