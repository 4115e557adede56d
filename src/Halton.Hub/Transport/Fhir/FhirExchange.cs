using Halton.Hub.Access;
using Halton.Hub.Foundation;
using Hl7.Fhir.Model;

namespace Halton.Hub.Transport.Fhir;

/// <summary>
/// Reads and searches what the slices serve as FHIR resources, the same for HTTP and gRPC. Each source has its rule in the access table; where
/// several serve one type, a caller meets those that are open to it.
/// </summary>
public sealed class FhirExchange(IEnumerable<FhirSource> sources, AccessTable table, HubIssuer hub, TimeProvider clock)
{
    private readonly FhirSource[] sources = [.. sources.OrderBy(s => s.Type, StringComparer.Ordinal).ThenBy(s => s.Kind, StringComparer.Ordinal)];

    /// <summary>What is served.</summary>
    public IReadOnlyList<FhirSource> Sources => sources;

    /// <summary>The address that all resources lie under.</summary>
    public string Base => hub.Issuer() + "/fhir";

    /// <summary>Reads one resource. Faults: TYPE_NOT_SERVED, NOT_A_UUID, and those of the source.</summary>
    public async Task<Resource> Read(FhirVisit visit, string type, string id, CancellationToken ct)
    {
        Fault? missing = null;
        var open = Open(visit, type, "read");
        foreach (var source in open)
        {
            try
            {
                return await source.Read(Enter(visit, source, "read"), id, ct);
            }
            catch (Fault fault) when (fault.Kind == FaultKind.NotFound)
            {
                missing = fault;
            }
        }

        throw open.Count == 1 ? missing! : new Fault(FaultKind.NotFound, "RESOURCE_NOT_FOUND", $"There is no such {type} that you may see.");
    }

    /// <summary>
    /// Searches one type; answers a Bundle of type searchset. Faults: TYPE_NOT_SERVED, those of <see cref="FhirQuery.Read"/>, CODE_UNKNOWN,
    /// STATUS_UNKNOWN, SYSTEM_UNKNOWN, ID_ALONE, PAGE_TOKEN_INVALID.
    /// </summary>
    /// <param name="visit">Who searches.</param>
    /// <param name="type">The FHIR type.</param>
    /// <param name="parameters">The parameters as they were given.</param>
    /// <param name="byPost">Whether they came in a body: then links repeat none of them, so that no identifier gets into an address.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<Bundle> Search(FhirVisit visit, string type, IReadOnlyList<KeyValuePair<string, string>> parameters, bool byPost, CancellationToken ct)
    {
        var query = FhirQuery.Read(parameters);
        var open = Asked(Open(visit, type, "search"), query);
        if (query.Id is { } id)
        {
            return Found(type, parameters, byPost, await One(visit, type, id, parameters, ct));
        }

        var (at, token) = Place(open, query.PageToken);
        var page = await open[at].Search(Enter(visit, open[at], "search"), query with { PageToken = token }, ct);

        // What one source has none of, the next may have: nobody is sent to turn an empty page.
        for (; page is { Resources.Count: 0, NextPageToken.Length: 0 } && at + 1 < open.Count; at++)
        {
            page = await open[at + 1].Search(Enter(visit, open[at + 1], "search"), query with { PageToken = "" }, ct);
        }

        var next = page.NextPageToken.Length > 0 ? $"{at}.{page.NextPageToken}" : at + 1 < open.Count ? $"{at + 1}." : "";
        return Found(type, parameters, byPost, page with { NextPageToken = next });
    }

    /// <summary>What asks for the next page of a search; empty at the last.</summary>
    public static string NextPage(Bundle found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var next = found.Link.Find(link => link.Relation == "next")?.Url;
        return next is null ? "" : Uri.UnescapeDataString(next[(next.LastIndexOf("_page=", StringComparison.Ordinal) + 6)..]);
    }

    private async Task<FhirPage> One(FhirVisit visit, string type, string id, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken ct)
    {
        if (parameters.Count > 1)
        {
            throw Fault.Invalid("_id", "ID_ALONE", "_id is asked for alone.");
        }

        try
        {
            return new FhirPage([await Read(visit, type, id, ct)], "");
        }
        catch (Fault fault) when (fault.Kind == FaultKind.NotFound)
        {
            return new FhirPage([], "");
        }
    }

    private List<FhirSource> Open(FhirVisit visit, string type, string interaction)
    {
        var serving = sources.Where(s => s.Type == type).ToList();
        if (serving.Count == 0)
        {
            throw new Fault(FaultKind.NotFound, "TYPE_NOT_SERVED", $"The hub serves {string.Join(", ", sources.Select(s => s.Type).Distinct())}.");
        }

        Fault? refused = null;
        var open = new List<FhirSource>();
        foreach (var source in serving)
        {
            try
            {
                AccessTable.Demand(table.Find(source.Door(interaction)), visit.Caller, visit.Purpose);
                open.Add(source);
            }
            catch (Fault fault)
            {
                refused ??= fault;
            }
        }

        if (open.Count == 0)
        {
            // The door puts it on record as a call of this kind.
            Enter(visit, serving[0], interaction);
            throw refused!;
        }

        return open;
    }

    private Call Enter(FhirVisit visit, FhirSource source, string interaction) => visit.Call = new Call(visit.Caller, table.Find(source.Door(interaction)), visit.Purpose, visit.TraceId);

    // What a search asks for must be something that at least one of the sources knows; those that do not know it have none of it.
    private static List<FhirSource> Asked(List<FhirSource> open, FhirQuery query)
    {
        var check = new FieldChecks();
        var (kinds, identifiers) = (open.Where(s => s.Coded).Select(s => s.Kind).ToList(), open.SelectMany(s => s.Identifiers).Distinct().ToList());
        check.That(query.Kind is null || kinds.Contains(query.Kind), "code", "CODE_UNKNOWN", kinds.Count > 0 ? $"One of {string.Join(", ", kinds)}." : "These resources have no code.");
        check.That(
            query.Identifier is not { } asked || (identifiers.Count > 0 && (asked.System.Length == 0 || identifiers.Contains(asked.System))),
            "identifier",
            "SYSTEM_UNKNOWN",
            identifiers.Count > 0 ? $"One of {string.Join(", ", identifiers)}." : "These resources have no identifier.");
        var statuses = open.SelectMany(s => s.Statuses).Distinct().ToList();
        check.That(query.Statuses.All(statuses.Contains), "status", "STATUS_UNKNOWN", statuses.Count > 0 ? $"Any of {string.Join(", ", statuses)}." : "These resources have no status.");
        check.Settle();
        return open.FindAll(s =>
            (query.Kind is null || s.Kind == query.Kind)
            && (query.Identifier is not { } named || (s.Identifiers.Count > 0 && (named.System.Length == 0 || s.Identifiers.Contains(named.System))))
            && (query.Statuses.Count == 0 || query.Statuses.Any(s.Statuses.Contains)));
    }

    private static (int At, string Token) Place(List<FhirSource> open, string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return (0, "");
        }

        var dot = token.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && int.TryParse(token.AsSpan(0, dot), out var at) && at >= 0 && at < open.Count
            ? (at, token[(dot + 1)..])
            : throw Fault.Invalid("_page", "PAGE_TOKEN_INVALID", "The token was made for another search, or was changed. Begin at the first page.");
    }

    private Bundle Found(string type, IReadOnlyList<KeyValuePair<string, string>> parameters, bool byPost, FhirPage page)
    {
        var bundle = new Bundle
        {
            Type = Bundle.BundleType.Searchset,
            Timestamp = clock.GetUtcNow(),
            Link = [new() { Relation = "self", Url = Link(type, byPost ? [] : parameters, byPost) }],
            Entry = [.. page.Resources.Select(r => new Bundle.EntryComponent { FullUrl = $"{Base}/{type}/{r.Id}", Resource = r, Search = new() { Mode = Bundle.SearchEntryMode.Match } })],
        };
        if (page.NextPageToken.Length > 0)
        {
            bundle.Link.Add(new() { Relation = "next", Url = Link(type, [.. byPost ? [] : parameters.Where(p => p.Key != "_page"), new("_page", page.NextPageToken)], byPost) });
        }

        return bundle;
    }

    private string Link(string type, IReadOnlyList<KeyValuePair<string, string>> parameters, bool byPost) =>
        $"{Base}/{type}{(byPost ? "/_search" : "")}{(parameters.Count > 0 ? "?" : "")}{string.Join('&', parameters.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}"))}";
}
