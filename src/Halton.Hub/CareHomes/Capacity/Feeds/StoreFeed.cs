using System.Security.Cryptography;
using System.Text.Json;
using Halton.Hub.Clock;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Npgsql;

namespace Halton.Hub.CareHomes.Capacity.Feeds;

/// <summary>
/// Stores the returns of an extract, some hundred homes a save. What is not newer than what is known changes nothing, so that an extract that is
/// read again after a crash is stored once. Of a home with a bad row the other rows are taken: the kind of bed that is missing is unknown.
/// </summary>
internal sealed class StoreFeed(OneSave saves, NpgsqlDataSource source, FreshnessPolicies policies, WorkingDays days, TimeProvider time)
{
    private const int Batch = 500;

    /// <summary>Stores them, for a firing.</summary>
    public async Task Run(ClockCaller clock, FeedContents contents, FeedReport report, CancellationToken ct)
    {
        foreach (var homes in contents.Homes.Chunk(Batch))
        {
            await Store(clock, homes, report, ct);
        }
    }

    private async Task Store(ClockCaller clock, KeyValuePair<string, List<FeedRow>>[] homes, FeedReport report, CancellationToken ct)
    {
        var policy = await policies.Now(ct);
        var window = CapacityWindow.Latest(time.Today(), policy, days);
        var known = await Load(clock, [.. homes.Select(h => h.Key)], window, ct);
        var returns = homes.Select(h => (Home: known.GetValueOrDefault(h.Key), Made: Return(known.GetValueOrDefault(h.Key), h.Value, report)))
            .Where(r => r.Made is not null && IsNews(r.Home!, r.Made, report)).Select(r => (r.Home!, r.Made!)).ToList();
        if (returns.Count == 0)
        {
            return;
        }

        var digest = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(returns.Select(r => new { r.Item1.Id, r.Item2 }), HubJson.Options)));
        var id = clock.RequestId($"feed {digest}");
        var stored = await saves.Run(
            clock.Call,
            id,
            new { digest },
            async save =>
            {
                var states = await SaveReturns.Run(save, returns, "feed", replace: false, window, policy, ct);
                return new Stored(states.Count, returns.Where(r => states.Exists(s => s.HomeId == r.Item1.Id)).Sum(r => r.Item2.Beds.Count));
            },
            _ => id,
            ct);
        report.Homes += stored.Homes;
        report.Taken += stored.Rows;
        report.Unchanged += returns.Sum(r => r.Item2.Beds.Count) - stored.Rows;
    }

    private static bool IsNews(ReturningHome home, NewReturn made, FeedReport report)
    {
        var news = home.KnownAsOf is not { } known || made.AsOf > known;
        report.Unchanged += news ? 0 : made.Beds.Count;
        return news;
    }

    private async Task<Dictionary<string, ReturningHome>> Load(ClockCaller clock, string[] locations, CapacityWindow window, CancellationToken ct)
    {
        await using var batch = WalledBatch.For(source.CreateBatch(), clock.Call.Organization);
        batch.BatchCommands.Add(ReturningHome.Named(locations, window));
        await using var row = await batch.ExecuteReaderAsync(ct);
        await row.NextResultAsync(ct);
        var homes = new Dictionary<string, ReturningHome>(StringComparer.Ordinal);
        while (await row.ReadAsync(ct))
        {
            var home = ReturningHome.Read(row);
            homes.Add(home.LocationId, home);
        }

        return homes;
    }

    // True of the earliest moment of its rows: no number is then made younger than it is.
    private static NewReturn? Return(ReturningHome? home, List<FeedRow> rows, FeedReport report)
    {
        var beds = rows.Select(row => Bed(home, row, report)).OfType<BedState>().ToList();
        return beds.Count == 0 ? null : new NewReturn
        {
            AsOf = rows.Min(row => row.AsOf),
            AcceptingAdmissions = rows[0].Accepting,
            ClosureReason = rows[0].ClosureReason,
            Beds = beds,
        };
    }

    private static BedState? Bed(ReturningHome? home, FeedRow row, FeedReport report)
    {
        if (home is null)
        {
            return Refused("cqcid", "CARE_HOME_NOT_FOUND", "The hub knows no home with this CQC location id.");
        }

        if (CapacityRules.Barred(home) is { } barred)
        {
            return Refused("cqcid", barred.Reason, barred.Message);
        }

        if ((row.BedType ?? (home.Declared.Count == 1 ? home.Declared[0] : null)) is not { } kind)
        {
            return Refused("bedtype", "REQUIRED", "The home has not declared exactly one kind of bed, so the row must name it.");
        }

        return CapacityRules.Undeclared(home, kind, "bedtype") is { } wrong
            ? Refused(wrong.Field, wrong.Reason, wrong.Message)
            : new BedState(kind, row.Maximum, row.Occupied, row.Reserved, row.Available);

        BedState? Refused(string column, string reason, string message)
        {
            report.Refuse(row.At, column, reason, message);
            return null;
        }
    }

    private sealed record Stored(int Homes, int Rows);
}
