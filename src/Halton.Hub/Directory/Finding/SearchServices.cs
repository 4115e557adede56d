using System.Text.Json;
using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Npgsql;

namespace Halton.Hub.Directory.Finding;

/// <summary>
/// Finds services, one statement a page. Pages follow a fixed key, so that what goes on fitting the filter appears once however much the
/// directory changes in between. Faults: INVALID_ARGUMENT on the fields of the filter, CURSOR_INVALID, FIRST_OUT_OF_RANGE.
/// </summary>
public sealed class SearchServices(DirectoryAccount account, FilterChecks checks, SealedTokens tokens)
{
    /// <summary>Answers a page.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="filter">What is looked for.</param>
    /// <param name="first">How many, 1 to 100.</param>
    /// <param name="after">A cursor of this caller and filter, or null for the beginning.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<ServicePage> Run(Call call, ServiceFilter filter, int first, string? after, CancellationToken ct)
    {
        if (first is < 1 or > 100)
        {
            throw Fault.Invalid("first", "FIRST_OUT_OF_RANGE", "From 1 to 100.");
        }

        var check = await checks.Run(call, filter, ct);
        var binding = $"{call.Caller.Partner}\n{JsonSerializer.Serialize(filter)}";
        ServiceQuery.Place? place = null;
        if (!string.IsNullOrEmpty(after) && !tokens.TryOpen("services", binding, after, out place))
        {
            throw Fault.Invalid("after", "CURSOR_INVALID", "The cursor was made for another caller or another filter, or was changed. Begin at the first page.");
        }

        var hits = new List<ServiceHit>(first + 1);
        await using (var command = ServiceQuery.Page(check, place, first + 1))
        {
            await using var connection = await account.Source.OpenConnectionAsync(ct);
            command.Connection = connection;
            await using var row = await command.ExecuteReaderAsync(ct);
            while (await row.ReadAsync(ct))
            {
                hits.Add(Read(row, check.Order, at => tokens.Seal("services", binding, at)));
            }
        }

        var more = hits.Count > first;
        return new ServicePage(more ? hits.GetRange(0, first) : hits, more);
    }

    /// <summary>How many services fit, at this moment.</summary>
    public async Task<long> Count(Call call, ServiceFilter filter, CancellationToken ct)
    {
        await using var command = ServiceQuery.Count(await checks.Run(call, filter, ct));
        await using var connection = await account.Source.OpenConnectionAsync(ct);
        command.Connection = connection;
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private static ServiceHit Read(NpgsqlDataReader row, ServiceOrder order, Func<ServiceQuery.Place, string> cursor)
    {
        var service = ServiceSql.Read(row);
        var metres = row.ValueAt<double>(ServiceSql.Count);
        var key = row.ValueAt<double>(ServiceSql.Count + 1);
        var ranking = order == ServiceOrder.Relevance
            ? Ranking.Of(key!.Value, [.. Enumerable.Range(ServiceSql.Count + 2, Ranking.Weights.Count).Select(row.GetDouble)])
            : null;
        return new ServiceHit(service, metres, ranking, () => cursor(new ServiceQuery.Place(key, order == ServiceOrder.Name ? service.Name : null, service.Id)));
    }
}
