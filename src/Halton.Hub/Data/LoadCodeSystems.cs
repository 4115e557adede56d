using Npgsql;

namespace Halton.Hub.Data;

/// <summary>Brings the table <c>codes.concept</c> up to the code systems that this version ships. Running it again changes nothing.</summary>
public static class LoadCodeSystems
{
    /// <summary>Loads them through the owner's connection.</summary>
    public static Task Run(NpgsqlConnection owner, CancellationToken ct) => CodeSystemFiles.Upsert(owner, [.. CodeSystemFiles.Read()], ct);
}
