using GraphQL;
using GraphQL.Validation;
using GraphQLParser.AST;
using Halton.Hub.Access;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.GraphQL.Guard;
using Halton.Hub.Transport.GraphQL.Schema;

namespace Halton.Hub.Transport.GraphQL;

/// <summary>
/// Every GraphQL request goes through here: who calls, how often, which document, what it may cost, whether the schema has it, and whether
/// the access table lets each of its root fields. One field that is refused refuses the request, and that refusal goes on record first.
/// </summary>
internal sealed class GraphQLGate(
    Authentication authentication, RateLimits limits, AccessTable table, HubSchemas schemas, GraphQLDocuments documents, TrustedDocuments trusted, Refusals refusals, HubOptions options)
{
    private const int LongestPurpose = 20;
    private readonly DocumentValidator validator = new();

    /// <summary>Tells who stands at a schema's door, and counts the visit.</summary>
    public async ValueTask<Visitor> Enter(string schema, string? authorization, string? purpose, string traceId, CancellationToken ct)
    {
        var caller = await authentication.Run(authorization, ct);
        limits.DemandCall(caller);
        await limits.DemandSound(caller, ct);
        return new Visitor(schemas.Find(schema), caller, purpose is { Length: <= LongestPurpose } ? purpose : "", traceId);
    }

    /// <summary>Lets one request run, or refuses it with a fault or <see cref="RequestRefused"/>.</summary>
    public async Task<Admission> Admit(Visitor visitor, GraphQLRequest request, CancellationToken ct)
    {
        try
        {
            return await Judge(visitor, request, ct);
        }
        catch (Exception e) when (e is RequestRefused or Fault { Kind: FaultKind.Invalid })
        {
            limits.CountRefused(visitor.Caller);
            throw;
        }
    }

    private async Task<Admission> Judge(Visitor visitor, GraphQLRequest request, CancellationToken ct)
    {
        var document = documents.Take(visitor.Schema.Title, Text(visitor.Caller, request));
        var operation = document.Operation(request.OperationName) ?? throw Unknown();
        if (request.ByGet && operation.Operation != OperationType.Query)
        {
            throw RequestRefused.MethodNotAllowed();
        }

        var variables = GraphQLJson.Variables(request.Variables);
        var fields = new RootCalls(visitor, table, document.RootFields(operation), operation, variables);
        await DemandSchema(visitor, fields);
        limits.DemandCost(visitor.Caller, Cost(visitor.Schema, document, operation, variables));
        await Validate(visitor, document, operation, variables, ct);
        var calls = fields.Resolve();
        foreach (var call in calls.Values)
        {
            try
            {
                AccessTable.Demand(call.Rule, visitor.Caller, visitor.Purpose);
            }
            catch (Fault fault)
            {
                throw await refusals.Take(fault, call.Rule.Name, call, visitor.TraceId) ?? fault;
            }
        }

        return new Admission(visitor, document, operation, variables, calls);
    }

    private string Text(Caller caller, GraphQLRequest request)
    {
        if (request.DocumentId is { } id)
        {
            return request.Query is null
                ? trusted.Find(caller, id) ?? throw NotTrusted("There is no trusted document of this id for you. Ids are sha256: and 64 hexadecimal digits in lower case.")
                : throw RequestRefused.NotFormed("QUERY_NOT_EXPECTED", "Send query or documentId, not both.");
        }

        var query = request.Query is { Length: > 0 } given ? given : throw RequestRefused.NotFormed("QUERY_REQUIRED", "Send a document in query, or the id of a trusted one in documentId.");
        return trusted.FreeForm(caller) ? query : throw NotTrusted("You may send trusted documents only: documentId instead of query.");
    }

    /// <summary>The schema's own threshold: kinds that no rule of it lets in learn nothing of it, not even from the validator's words.</summary>
    private async Task DemandSchema(Visitor visitor, RootCalls fields)
    {
        if (!table.Serves(visitor.Schema.Title, visitor.Caller.Kind))
        {
            var fault = new Fault(FaultKind.PermissionDenied, "KIND_NOT_ALLOWED", $"This schema is not for your kind of organisation ({visitor.Caller.Kind}).");
            foreach (var call in fields.Ruled)
            {
                fault = await refusals.Take(fault, call.Rule.Name, call, visitor.TraceId) ?? fault;
            }

            throw fault;
        }

        if (fields.AskForSchema && !(options.Development || options.Explorer))
        {
            throw new Fault(FaultKind.PermissionDenied, "INTROSPECTION_OFF", "The schema is published as a file; it is not told here.");
        }
    }

    private static int Cost(HubSchema schema, ReadyDocument document, GraphQLOperationDefinition operation, Inputs variables)
    {
        try
        {
            return DocumentCost.Of(document.Ast, operation, variables, schema.Lists);
        }
        catch (Fault fault) when (fault.Fields.Count == 0)
        {
            throw new RequestRefused(GraphQLCodes.DocumentRefused, 400, fault);
        }
    }

    private async Task Validate(Visitor visitor, ReadyDocument document, GraphQLOperationDefinition operation, Inputs variables, CancellationToken ct)
    {
        var options = new ValidationOptions
        {
            Schema = visitor.Schema,
            Document = document.Ast,
            Operation = operation,
            Variables = variables,
            Extensions = Inputs.Empty,
            Rules = document.Valid ? [] : KnownFields.AmongAll,
            CancellationToken = ct,
        };
        var result = await validator.ValidateAsync(options);
        if (!result.IsValid)
        {
            throw new RequestRefused(400, false, traceId => [.. result.Errors.Take(GraphQLErrors.Told).Select(found => GraphQLErrors.OfEngine(found, traceId))]);
        }

        document.Valid = true;
    }

    private static RequestRefused NotTrusted(string message) => new(GraphQLCodes.DocumentNotTrusted, 400, new Fault(FaultKind.Invalid, GraphQLCodes.DocumentNotTrusted, message));

    private static RequestRefused Unknown() => new(
        GraphQLCodes.ValidationFailed, 400, new Fault(FaultKind.Invalid, "OPERATION_UNKNOWN", "Name in operationName which operation of the document to run; one that stands alone needs no name."));
}
