using System.Diagnostics;
using Halton.Hub.Transport.GraphQL.Http;
using Microsoft.AspNetCore.Http;

namespace Halton.Hub.Transport.GraphQL;

/// <summary>GraphQL over HTTP, after the specification's draft: POST everywhere, GET for queries on the directory only, since no identifier may get into an address.</summary>
internal sealed class GraphQLEndpoint(GraphQLGate gate, GraphQLExecution execution, EventStream stream, GraphQLSocket socket, Refusals refusals)
{
    private const string Purpose = "purpose-of-use";

    /// <summary>Serves one request.</summary>
    public async Task Serve(HttpContext http, string schema)
    {
        if (http.WebSockets.IsWebSocketRequest)
        {
            await socket.Serve(http, schema);
            return;
        }

        var traceId = Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
        var media = MediaTypes.Chosen(http.Request);
        var answer = new HttpAnswer(http, media is MediaTypes.EventStream or null ? MediaTypes.GraphQL : media);
        try
        {
            await Answer(http, schema, media, answer, traceId);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client has gone.
        }
        catch (RequestRefused refused)
        {
            await answer.Write(refused, traceId);
        }
        catch (BadHttpRequestException broken)
        {
            await answer.Write(RequestRefused.NotFormed("BODY_UNREADABLE", "The body could not be read.", broken.StatusCode), traceId);
        }
        catch (Exception e)
        {
            // Refusals of a single root field are on record already; this one is about the request as a whole.
            await answer.Write(RequestRefused.Of(await refusals.Take(e, schema, null, traceId)), traceId);
        }
    }

    private async Task Answer(HttpContext http, string schema, string? media, HttpAnswer answer, string traceId)
    {
        DemandMethod(http, schema);
        var visitor = await gate.Enter(schema, http.Request.Headers.Authorization, http.Request.Headers[Purpose], traceId, http.RequestAborted);
        if (media is null)
        {
            throw RequestRefused.NotFormed("MEDIA_NOT_SERVED", $"Accept {MediaTypes.GraphQL}, {MediaTypes.Json} or {MediaTypes.EventStream}.", StatusCodes.Status406NotAcceptable);
        }

        var admission = await gate.Admit(visitor, await Request(http), http.RequestAborted);
        if (media == MediaTypes.EventStream)
        {
            await stream.Serve(http, admission);
        }
        else if (admission.IsSubscription)
        {
            throw RequestRefused.NotFormed("STREAM_REQUIRED", $"Subscriptions come as {MediaTypes.EventStream}, or over a WebSocket.");
        }
        else
        {
            await answer.Write(await execution.Run(admission, http.RequestAborted));
        }
    }

    private static void DemandMethod(HttpContext http, string schema)
    {
        var get = HttpMethods.IsGet(http.Request.Method);
        if (!HttpMethods.IsPost(http.Request.Method) && !(get && schema == HubSchemas.Directory))
        {
            throw RequestRefused.MethodNotAllowed();
        }

        if (!get && !MediaTypes.IsJson(http.Request))
        {
            throw RequestRefused.NotFormed("CONTENT_TYPE_NOT_TAKEN", $"Send {MediaTypes.Json} in UTF-8.", StatusCodes.Status415UnsupportedMediaType);
        }
    }

    private static async Task<GraphQLRequest> Request(HttpContext http) => HttpMethods.IsGet(http.Request.Method)
        ? GraphQLRequest.Read(name => http.Request.Query.TryGetValue(name, out var values) ? values.Count == 1 ? values[0] : throw Twice(name) : null)
        : GraphQLRequest.Read(await RequestBody.Read(http.Request, http.RequestAborted));

    private static RequestRefused Twice(string name) => RequestRefused.NotFormed("MEMBER_INVALID", $"{name} comes more than once.");
}
