using System.Globalization;
using Halton.Hub.Access;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.Fhir;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Discharge.Fhir;

/// <summary>
/// How the FHIR door finds what belongs to stays: read by way of the stay, with its access and its audit; searched stay by stay, the newest admission first. A date narrows
/// when it happened; nothing of the history changes, so that is when it last changed too.
/// </summary>
internal static class StayPartsFhir
{
    private const int MostPages = 20;

    /// <summary>The source of a type.</summary>
    /// <param name="services">The node's services.</param>
    /// <param name="type">The FHIR type.</param>
    /// <param name="meaning">What the resources are, in a sentence.</param>
    /// <param name="statuses">Their statuses.</param>
    /// <param name="find">Finds the stay of a part.</param>
    /// <param name="parts">The parts of a stay, in order.</param>
    /// <param name="extensions">The extensions that they can carry.</param>
    public static FhirSource Source(
        IServiceProvider services, string type, string meaning, IReadOnlyList<string> statuses, Func<FindStayOf, Call, Guid, CancellationToken, Task<string>> find, Func<DischargeStatus, IEnumerable<StayPartFhir>> parts, IReadOnlyList<HubExtension> extensions) => new(
        type,
        "",
        meaning,
        statuses,
        [],
        async (call, id, ct) =>
        {
            var check = new FieldChecks();
            var part = check.Id(id, "id");
            check.Settle();
            var stay = await services.GetRequiredService<GetDischargeStatus>().Run(call, null, await find(services.GetRequiredService<FindStayOf>(), call, part, ct), full: true, ct);
            return parts(stay).FirstOrDefault(p => p.Id == part)?.Tell() ?? throw DischargeFaults.NotFound();
        },
        (call, query, ct) => Search(services, call, query, parts, ct),
        extensions);

    // A page ends in the middle of a stay's history when it must: its token says how much of that stay was told.
    private static async Task<FhirPage> Search(IServiceProvider services, Call call, FhirQuery query, Func<DischargeStatus, IEnumerable<StayPartFhir>> parts, CancellationToken ct)
    {
        var check = new FieldChecks();
        var size = Paging.Size(check, query.Count);
        check.Settle();
        var (told, token) = Place(query.PageToken);
        var filter = new DischargeFilter { States = Enum.GetValues<DischargeState>(), Narrowed = new RecordNarrowing { NhsNumber = query.Narrowed.NhsNumber } };
        var found = new List<Hl7.Fhir.Model.Resource>();
        for (var pages = 0; pages < MostPages; pages++)
        {
            var page = await services.GetRequiredService<ListDischarges>().Run(call, filter, size, token, full: true, ct);
            var all = page.Discharges.SelectMany(parts).Where(p => Fits(p, query)).ToList();
            var here = all.Skip(told).Take(size - found.Count).ToList();
            found.AddRange(here.Select(p => p.Tell()));
            if (told + here.Count < all.Count)
            {
                return new FhirPage(found, Token(told + here.Count, token));
            }

            if (page.NextPageToken.Length == 0 || found.Count == size)
            {
                return new FhirPage(found, page.NextPageToken.Length == 0 ? "" : Token(0, page.NextPageToken));
            }

            (told, token) = (0, page.NextPageToken);
        }

        return new FhirPage(found, Token(told, token));
    }

    private static bool Fits(StayPartFhir part, FhirQuery query) =>
        (query.Statuses.Count == 0 || query.Statuses.Contains(part.Status)) && Within(part.At, query.Narrowed.When) && Within(part.At, query.Narrowed.Changed);

    private static bool Within(DateTimeOffset at, MomentRange range) => (range.From is null || at >= range.From) && (range.Before is null || at < range.Before);

    private static string Token(int told, string? token) => string.Create(CultureInfo.InvariantCulture, $"{told}~{token}");

    private static (int Told, string? Token) Place(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return (0, null);
        }

        var at = token.IndexOf('~', StringComparison.Ordinal);
        return at > 0 && int.TryParse(token.AsSpan(0, at), NumberStyles.None, CultureInfo.InvariantCulture, out var told)
            ? (told, token[(at + 1)..])
            : throw Fault.Invalid("page_token", "PAGE_TOKEN_INVALID", "The token was made for another search, or was changed. Begin at the first page.");
    }
}
