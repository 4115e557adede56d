using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Halton.Hub.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Halton.Hub.Notices;

/// <summary>
/// Sends one notice: a CloudEvent in structured mode that names the kind of event and the record, and nothing of a person. The header
/// <c>Hub-Signature</c> is a JWT of the hub, by a key of its JWKS, for the receiver's address and with the SHA-256 of the body. Redirects are not
/// followed, and of an answer the status alone is read.
/// </summary>
internal sealed class NoticePost(IHttpClientFactory clients, SigningKeys keys, HubOptions options, TimeProvider clock)
{
    /// <summary>The longest that an attempt may take.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private const string Client = "notices";
    private const string Source = "https://one-halton.example/hub";
    private static readonly TimeSpan SignatureLife = TimeSpan.FromMinutes(5);

    /// <summary>Registers the client.</summary>
    public static void AddTo(IServiceCollection services) => services.AddHttpClient(Client)
        .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = TimeSpan.FromSeconds(3),
            MaxResponseHeadersLength = 32,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        });

    /// <summary>Sends it. Null when the receiver took it, otherwise what was wrong, in few words.</summary>
    public async Task<string?> Send(NoticeReceiver receiver, Notice notice, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Longest);
        try
        {
            using var client = clients.CreateClient(Client);
            using var request = new HttpRequestMessage(HttpMethod.Post, receiver.Url);
            var body = Body(notice);
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/cloudevents+json") } };
            request.Headers.UserAgent.ParseAdd("halton-hub");
            request.Headers.Add("Hub-Attempt", notice.Attempt.ToString(null, null));
            request.Headers.Add("Hub-Signature", Signature(receiver, notice, body));
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return response.IsSuccessStatusCode ? null : $"status {(int)response.StatusCode}";
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return "no answer in time";
        }
        catch (HttpRequestException e)
        {
            return $"no answer: {e.HttpRequestError}";
        }
    }

    private byte[] Body(Notice notice) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        specversion = "1.0",
        id = notice.EventId,
        source = options.PublicUrl ?? Source,
        type = notice.Kind,
        subject = notice.RecordId,
        time = notice.OccurredAt.UtcDateTime,
        datacontenttype = "application/json",
        attempt = notice.Attempt,
        data = new { recordId = notice.RecordId },
    });

    private string Signature(NoticeReceiver receiver, Notice notice, byte[] body) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = options.PublicUrl ?? Source,
        Audience = receiver.Url.AbsoluteUri,
        IssuedAt = clock.GetUtcNow().UtcDateTime,
        Expires = (clock.GetUtcNow() + SignatureLife).UtcDateTime,
        Claims = new Dictionary<string, object> { ["jti"] = $"{notice.EventId}.{notice.Attempt}", ["body_sha256"] = Base64Url.EncodeToString(SHA256.HashData(body)) },
        SigningCredentials = new SigningCredentials(keys.Mine, SecurityAlgorithms.EcdsaSha256),
        TokenType = "hub-notice+jwt",
    });
}
