using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Halton.Hub.Data;

/// <summary>What a refusal by the database means: a broken rule is the slice's named fault, an absent database is "try again".</summary>
/// <param name="byConstraint">Which fault a constraint's name stands for.</param>
public sealed class DatabaseFaults(IReadOnlyDictionary<string, Func<Fault>> byConstraint)
{
    /// <summary>Whether a concurrent transaction won, so that another attempt may succeed.</summary>
    public static bool LostARace(Exception e) => Inner(e) is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    /// <summary>Whether the database was not there to judge, so that nobody knows what it would have said.</summary>
    public static bool Lost(Exception e) => Inner(e) is (NpgsqlException and not PostgresException) or TimeoutException;

    /// <summary>The fault, or null when the exception is a fault already or an error of ours.</summary>
    public Fault? Translate(Exception e) => Inner(e) switch
    {
        PostgresException { ConstraintName: { } name } when byConstraint.TryGetValue(name, out var fault) => fault(),
        PostgresException { SqlState: PostgresErrorCodes.SyntaxError or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.InsufficientPrivilege } => null,
        DbUpdateConcurrencyException => new Fault(FaultKind.Aborted, "ETAG_MISMATCH", "The record has changed while you changed it. Read it again."),
        NpgsqlException => Unavailable(),
        TimeoutException => Unavailable(),
        _ => null,
    };

    private static Fault Unavailable() =>
        Fault.Retry(FaultKind.Unavailable, "DATABASE_UNAVAILABLE", "The hub cannot reach its database. Send the same request, with the same request_id, again.", TimeSpan.FromSeconds(1));

    /// <summary>What the database said. EF wraps what it failed to save, and what it calls transient once more.</summary>
    private static Exception Inner(Exception e) => e switch
    {
        DbUpdateConcurrencyException => e,
        DbUpdateException { InnerException: { } inner } => Inner(inner),
        InvalidOperationException { InnerException: DbUpdateException or NpgsqlException or TimeoutException } => Inner(e.InnerException!),
        _ => e,
    };
}
