using System.Text;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Halton.Hub.Contracts.Exchange.V1;
using Halton.Hub.Transport.Grpc;
using Hl7.Fhir.Model;

namespace Halton.Hub.Transport.Fhir;

/// <summary>The FHIR door over gRPC.</summary>
public sealed class ExchangeGrpc(FhirExchange exchange, FhirMessages messages) : FhirExchangeService.FhirExchangeServiceBase
{
    /// <inheritdoc />
    public override async Task<FhirResource> Read(ReadRequest request, ServerCallContext context)
    {
        var resource = await Visit(context, visit => exchange.Read(visit, request.Type, request.Id, context.CancellationToken));
        var (etag, changedAt) = (resource.Meta!.VersionId!, resource.Meta.LastUpdated!.Value);
        return new FhirResource
        {
            Type = resource.TypeName,
            Id = resource.Id,
            Etag = etag,
            LastUpdated = changedAt.ToTimestamp(),
            Json = request.IfNoneMatch == etag ? "" : FhirJson.Write(resource),
        };
    }

    /// <inheritdoc />
    public override async Task<SearchResponse> Search(SearchRequest request, ServerCallContext context)
    {
        var parameters = request.Parameters.Select(p => KeyValuePair.Create(p.Name, p.Value)).ToList();
        var found = await Visit(context, visit => exchange.Search(visit, request.Type, parameters, byPost: true, context.CancellationToken));
        return new SearchResponse { Json = FhirJson.Write(found), NextPageToken = FhirExchange.NextPage(found) };
    }

    /// <inheritdoc />
    public override async Task<ProcessMessageResponse> ProcessMessage(ProcessMessageRequest request, ServerCallContext context)
    {
        MessageIds.Echo(context.RequestHeaders.GetValue, context.ResponseTrailers.Add);
        var answer = await Visit(context, visit => messages.Process(visit, MessageIds.Read(context.RequestHeaders.GetValue), Encoding.UTF8.GetBytes(request.Json), context.CancellationToken));
        return new ProcessMessageResponse { Json = FhirJson.Write(answer) };
    }

    // Whatever goes wrong is put on record as the call that was let in, not as that of the door.
    private static async Task<T> Visit<T>(ServerCallContext context, Func<FhirVisit, Task<T>> answer)
    {
        var call = context.Call();
        var visit = new FhirVisit(call.Caller, call.Purpose, call.TraceId);
        try
        {
            return await answer(visit);
        }
        finally
        {
            context.GetHttpContext().Features.Set(visit.Call ?? call);
        }
    }
}
