using System.Collections.Frozen;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Halton.Hub.Access;

/// <summary>
/// Partners as the database has them, at most five seconds ago. A partner revoked on any node is out everywhere within that time; when the
/// database cannot be asked, nobody is let in on old knowledge.
/// </summary>
public sealed partial class PartnerDirectory(IDbContextFactory<HubDb> databases, TimeProvider clock, ILogger<PartnerDirectory> log) : BackgroundService
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AskedEvery = TimeSpan.FromSeconds(2);

    private const string Documents = "select partner_id, sha256, document, added_at from access.trusted_document";

    private FrozenDictionary<string, RegisteredPartner> known = FrozenDictionary<string, RegisteredPartner>.Empty;
    private long askedAt;

    /// <summary>Every scope that some partner has.</summary>
    public IReadOnlyList<string> ScopesKnown => [.. known.Values.SelectMany(p => p.ScopeText.Split(' ')).Distinct().Order()];

    /// <summary>Reads all partners.</summary>
    public async Task Refresh(CancellationToken ct)
    {
        var asked = clock.GetTimestamp();
        await using var db = await databases.CreateDbContextAsync(ct);
        var organizations = await db.Organizations.AsNoTracking().ToDictionaryAsync(o => o.Code, ct);
        var partners = await db.Partners.AsNoTracking().Include(p => p.Keys).ToListAsync(ct);
        var documents = (await db.Database.SqlQueryRaw<TrustedDocument>(Documents).ToListAsync(ct)).ToLookup(document => document.PartnerId);
        known = partners.ToFrozenDictionary(p => p.Id, p => RegisteredPartner.From(p, organizations[p.Organization], documents[p.Id]), StringComparer.Ordinal);
        askedAt = asked;
    }

    /// <summary>A partner that may call now, or null.</summary>
    public RegisteredPartner? Find(string id)
    {
        if (clock.GetElapsedTime(askedAt) > Fresh)
        {
            throw Fault.Retry(FaultKind.Unavailable, "PARTNERS_UNKNOWN", "The hub cannot check who may call just now. Try again.", TimeSpan.FromSeconds(1));
        }

        return known.TryGetValue(id, out var partner) && partner.Active ? partner : null;
    }

    /// <summary>Refuses a partner that may not call any more.</summary>
    public RegisteredPartner DemandActive(string id) => Find(id) ?? throw new Fault(FaultKind.Unauthenticated, "PARTNER_REVOKED", "This partner may not call any more.");

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(AskedEvery, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await Refresh(stoppingToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    LogUnknown(log, e.GetType().Name);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The node stops.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Partners could not be read ({Error})")]
    private static partial void LogUnknown(ILogger log, string error);
}
