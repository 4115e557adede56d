using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.Finding;

/// <summary>Tells when services open next, by the same rule of the database that filters use; one statement for many.</summary>
public sealed class OpeningOfServices(DirectoryAccount account, TimeProvider clock)
{
    private const string Query = "select id, directory.next_opening(id, $2) from unnest($1) id";

    /// <summary>The next moment at which each is open, on London's clock: now itself where it is open; null when not within a fortnight.</summary>
    public async Task<Dictionary<Guid, Opening>> Run(IReadOnlyCollection<Guid> services, CancellationToken ct)
    {
        var now = LondonTime.Clock(clock.GetUtcNow().Kept());
        await using var command = account.Source.CreateCommand(Query);
        command.Parameters.Add(new() { Value = services.ToArray() });
        command.Parameters.Add(new() { Value = DateTime.SpecifyKind(now, DateTimeKind.Unspecified) });
        await using var row = await command.ExecuteReaderAsync(ct);
        var openings = new Dictionary<Guid, Opening>();
        while (await row.ReadAsync(ct))
        {
            var next = row.ValueAt<DateTime>(1);
            openings[row.GetGuid(0)] = new Opening(next == now, next is { } at ? LondonTime.Moment(at) : null);
        }

        return openings;
    }
}
