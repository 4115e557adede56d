using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Contracts.Exchange.V1;
using Halton.Hub.Contracts.Placement.V1;
using Halton.Hub.Contracts.Referral.V1;
using Halton.Hub.Tests.Hosts;

namespace Halton.Hub.Tests.Restricted;

/// <summary>Calls by name, through gRPC and through GraphQL, and keeps every answer with whom it went to.</summary>
internal sealed partial class Overheard(HubUnderTest hub)
{
    /// <summary>What is asked of a person wherever a field of type Patient stands.</summary>
    public const string Person = "patient { name { family } address { line city postalCode } telecom { system value } generalPractice localAuthority confidentiality }";

    private static readonly Marshaller<byte[]> Raw = new(bytes => bytes, bytes => bytes);
    private readonly ConcurrentQueue<(string Door, string Partner, string Text)> heard = [];

    /// <summary>Every answer.</summary>
    public IReadOnlyCollection<(string Door, string Partner, string Text)> Heard => heard;

    /// <summary>Every rpc of the contracts.</summary>
    public static IReadOnlyList<MethodDescriptor> Rpcs { get; } =
    [
        .. typeof(DischargeService).Assembly.GetTypes()
            .Select(t => t.GetProperty("Descriptor")?.GetMethod is { IsStatic: true } get && get.ReturnType == typeof(ServiceDescriptor) ? (ServiceDescriptor)get.Invoke(null, null)! : null)
            .OfType<ServiceDescriptor>().SelectMany(service => service.Methods),
    ];

    /// <summary>Keeps an answer.</summary>
    public void Keep(string door, string partner, string text) => heard.Enqueue((door, partner, text));

    /// <summary>One call over gRPC; its answer as JSON.</summary>
    public async Task<JsonElement> Grpc(string partner, string operation, IMessage request, Metadata? headers = null)
    {
        var rpc = Rpcs.Single(m => m.Name == operation);
        var answer = await hub.Channel(partner).CreateCallInvoker().AsyncUnaryCall(Method(rpc, MethodType.Unary), null, new CallOptions(headers), request.ToByteArray());
        return Answered(rpc, partner, answer);
    }

    /// <summary>Follows a watch until it has brought so many events.</summary>
    public async Task Watch(string partner, string operation, IMessage request, int events)
    {
        var rpc = Rpcs.Single(m => m.Name == operation);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var call = hub.Channel(partner).CreateCallInvoker().AsyncServerStreamingCall(Method(rpc, MethodType.ServerStreaming), null, new CallOptions(), request.ToByteArray());
        while (events > 0 && await call.ResponseStream.MoveNext(patience.Token))
        {
            events -= Answered(rpc, partner, call.ResponseStream.Current).TryGetProperty("event", out _) ? 1 : 0;
        }
    }

    /// <summary>The same call as a mutation: the schema spells its input as the wire's JSON does.</summary>
    public async Task<JsonElement> Graph(string partner, string operation, IMessage request)
    {
        var field = char.ToLowerInvariant(operation[0]) + operation[1..];
        var ids = Rpcs.Single(m => m.Name == operation).OutputType.Name == "Referral" ? "referralId" : "dischargeId";
        var input = JsonSerializer.Deserialize<JsonElement>(Nanoseconds().Replace(JsonFormatter.Default.Format(request), "$1Z"));
        var answer = await hub.Graph(partner, $"mutation($input: {operation}Input!) {{ {field}(input: $input) {{ {ids} etag {Person} }} }}", new { input });
        Keep($"Mutation.{field}", partner, answer.Text);
        return answer.Data(field);
    }

    /// <summary>A query.</summary>
    public async Task<JsonElement> Ask(string partner, string field, string query, object variables)
    {
        var answer = await hub.Graph(partner, query, variables);
        Keep($"Query.{field}", partner, answer.Text);
        return answer.Data(field);
    }

    // The schema's moments are as fine as the database's.
    [GeneratedRegex(@"(\.[0-9]{6})[0-9]+Z")]
    private static partial Regex Nanoseconds();

    private static Method<byte[], byte[]> Method(MethodDescriptor rpc, MethodType type) => new(type, rpc.Service.FullName, rpc.Name, Raw, Raw);

    private JsonElement Answered(MethodDescriptor rpc, string partner, byte[] answer)
    {
        var text = JsonFormatter.Default.Format(rpc.OutputType.Parser.ParseFrom(answer));
        Keep(rpc.FullName[(rpc.Service.FullName.LastIndexOf('.') + 1)..], partner, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
