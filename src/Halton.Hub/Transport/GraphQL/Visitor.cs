using Halton.Hub.Access;
using Halton.Hub.Transport.GraphQL.Schema;

namespace Halton.Hub.Transport.GraphQL;

/// <summary>Who stands at the door of a schema.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Caller">Who calls.</param>
/// <param name="Purpose">The purpose of use that was named, or empty.</param>
/// <param name="TraceId">Finds the log lines.</param>
internal sealed record Visitor(HubSchema Schema, Caller Caller, string Purpose, string TraceId);
