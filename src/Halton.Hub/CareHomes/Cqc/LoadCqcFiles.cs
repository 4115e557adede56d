using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.CareHomes.Cqc;

/// <summary>Takes in all of two files at once, for a database that is filled and whose subscribers are not there yet: nothing is told.</summary>
internal static class LoadCqcFiles
{
    /// <summary>Takes them into a context; whoever calls saves.</summary>
    /// <param name="db">Where to.</param>
    /// <param name="open">Opens <c>locations.ndjson</c> and <c>providers.ndjson</c>.</param>
    /// <param name="localAuthority">The GSS code for a local authority's name.</param>
    /// <param name="id">The id of a new home, by its location id.</param>
    /// <param name="at">When it was said.</param>
    /// <param name="ct">Ends it early.</param>
    public static async Task<IReadOnlyList<CareHome>> Into(
        HubDb db, Func<string, Stream?> open, Func<string?, string?> localAuthority, Func<string, Guid> id, DateTimeOffset at, CancellationToken ct)
    {
        var files = new CqcFiles(open, takesUp: true);
        var said = new List<CqcLocation>();
        foreach (var location in (await files.Changes(at, at, 1, ct)).Ids)
        {
            said.Add((await files.Location(location, ct)).Said!);
        }

        var known = await db.Set<Provider>().ToDictionaryAsync(provider => provider.ProviderId, ct);
        foreach (var provider in said.Select(location => location.ProviderId).Distinct(StringComparer.Ordinal))
        {
            TakeProviders.Take(db, known.GetValueOrDefault(provider), provider, await files.Provider(provider, ct), at);
        }

        return [.. (await TakeLocation.Into(db, said, localAuthority, id, at, ct)).Select(taken => taken.Home)];
    }
}
