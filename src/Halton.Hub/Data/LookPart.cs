using Npgsql;

namespace Halton.Hub.Data;

/// <summary>One query of a look that has several.</summary>
/// <param name="Query">The query, with the slice's own row filter.</param>
/// <param name="Take">Takes a row and answers which record it is about.</param>
public sealed record LookPart(NpgsqlBatchCommand Query, Func<NpgsqlDataReader, Guid> Take);
