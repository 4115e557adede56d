using Halton.Hub.Access;
using Halton.Hub.Audit;
using Halton.Hub.Data;
using Halton.Hub.Events;
using Halton.Hub.Foundation;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Halton.Hub.Directory;

/// <summary>
/// The one way from the directory to the database: everything is read, saved and watched as <c>hub_directory</c>, an account without any
/// privilege on a table about a person. A forgotten check or an injected statement finds nobody here.
/// </summary>
public sealed class DirectoryAccount
{
    private readonly PublicAccount account;

    /// <summary>Opens it.</summary>
    public DirectoryAccount(
        PublicAccount account, ResumeTokens tokens, PartnerDirectory partners, Drain drain, DatabaseFaults faults, TimeProvider clock, ILoggerFactory logs)
    {
        (this.account, Source) = (account, account.Source);
        Audit = new AuditLog(Source, Ledger.Directory, clock, logs.CreateLogger<AuditLog>());
        var log = new EventLog(Source, Ledger.Directory, DirectoryEvents.Payloads);
        Feed = new EventFeed(log, Source, logs.CreateLogger<EventFeed>());
        Watch = new Watch(log, Feed, Audit, tokens, partners, drain, clock);
        Saves = new OneSave(account.Databases, Ledger.Directory, faults, [], clock);
    }

    /// <summary>Its connections.</summary>
    internal NpgsqlDataSource Source { get; }

    /// <summary>Its changes: state, event, record and answer in one transaction.</summary>
    internal OneSave Saves { get; }

    /// <summary>Its subscriptions.</summary>
    internal Watch Watch { get; }

    /// <summary>Its record of who did what.</summary>
    internal AuditLog Audit { get; }

    /// <summary>Its reader of events.</summary>
    internal EventFeed Feed { get; }

    /// <summary>Reads with the directory's own words; one statement a query.</summary>
    internal Task<T> Read<T>(Func<HubDb, Task<T>> query, CancellationToken ct) => account.Read(query, ct);
}
