using System.Net.Http.Headers;
using System.Text;
using Grpc.Core;
using Grpc.Net.Client;
using Halton.Hub.Client;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Contracts.Fhir.V1;
using Halton.Hub.Contracts.Referral.V1;

namespace Halton.Hub.Bench.Load;

/// <summary>Callers that refer people, by gRPC or by message; and one who looks at the queue.</summary>
internal sealed class ReferralCallers : IDisposable
{
    public const int Callers = 64;
    private const int Connections = 4;
    private static readonly string EndUser = Base64("""{"resourceType":"Organization","identifier":[{"system":"https://fhir.nhs.uk/Id/ods-organization-code","value":"RWW"}]}""");
    private static readonly string Software = Base64("""{"resourceType":"Device","deviceName":[{"name":"Bench","type":"user-friendly-name"}]}""");
    private readonly GrpcChannel[] channels;
    private readonly ReferralService.ReferralServiceClient[] clients;
    private readonly HttpClient http;
    private readonly Func<ValueTask<Metadata?>> headers;
    private readonly AccessTokens tokens;
    private readonly string message;

    /// <param name="grpc">The gRPC address.</param>
    /// <param name="http">The HTTP address.</param>
    /// <param name="tokens">Tokens of the partner that calls.</param>
    /// <param name="message">A new referral as a message.</param>
    public ReferralCallers(Uri grpc, Uri http, AccessTokens tokens, string message)
    {
        (this.tokens, this.message) = (tokens, message);
        headers = async () => new Metadata { { "authorization", "Bearer " + await tokens.Get() }, { "purpose-of-use", "TREAT" } };
        channels = [.. Enumerable.Range(0, Connections).Select(_ => GrpcChannel.ForAddress(grpc, new GrpcChannelOptions { HttpHandler = new SocketsHttpHandler(), DisposeHttpClient = true }))];
        clients = [.. channels.Select(channel => new ReferralService.ReferralServiceClient(channel))];
        this.http = new HttpClient { BaseAddress = http };
    }

    /// <summary>Refers one person, by gRPC.</summary>
    public async Task<(CreateReferralRequest Asked, Referral Made)> Refer(int caller)
    {
        var asked = new CreateReferralRequest
        {
            RequestId = Guid.CreateVersion7().ToString(),
            Service = "hicafs",
            Patient = new Patient { Name = new HumanName { Family = "Benchford", Given = { "Ada" } }, BirthDate = "1941", LocalAuthority = "E06000006" },
            NhsNumberStatus = new Coding { Code = "03" },
            Tier = new Coding { Code = "crisis" },
            Conditions = { new Coding { Code = "falls" } },
            ReasonText = "Fell in the kitchen.",
        };
        return (asked, await clients[caller % Connections].CreateReferralAsync(asked, await headers()));
    }

    public Task<Calls> ByGrpc(TimeSpan time, CancellationToken ct) => Crowd.For(Callers, (caller, took) => Crowd.Timed(took, () => Refer(caller)), time, ct);

    public Task<Calls> ByMessage(TimeSpan time, CancellationToken ct) => Crowd.For(Callers, (_, took) => Crowd.Timed(took, Send), time, ct);

    public Task<Calls> Queue(int callers, int page, TimeSpan time, CancellationToken ct) => Crowd.For(
        callers, (caller, took) => Crowd.Timed(took, async () => await clients[caller % Connections].ListReferralsAsync(new ListReferralsRequest { Service = "hicafs", PageSize = page }, await headers())), time, ct);

    public void Dispose()
    {
        http.Dispose();
        foreach (var channel in channels)
        {
            channel.Dispose();
        }
    }

    private async Task Send()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/fhir/$process-message") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(message)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/fhir+json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.Get());
        request.Headers.Add("purpose-of-use", "TREAT");
        request.Headers.Add("X-Request-Id", Guid.CreateVersion7().ToString());
        request.Headers.Add("X-Correlation-Id", Guid.CreateVersion7().ToString());
        request.Headers.Add("NHSD-End-User-Organisation", EndUser);
        request.Headers.Add("NHSD-Requesting-Software", Software);
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
