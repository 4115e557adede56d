using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Placement.Standing;

namespace Halton.Hub.Placement.Matching;

/// <summary>
/// People whom the council has placed outside its area and whose needs a home inside, with a bed known to be free, can meet now. What they need
/// is the kind of bed that was recorded and, where the placement rests on an assessment, what was found then; a fresh assessment comes before
/// anybody moves. Faults: PAGE_SIZE_INVALID, PAGE_TOKEN_INVALID, INDEX_NOT_READY.
/// </summary>
public sealed class ListReturnCandidates(HubReads reads, SealedTokens tokens, HomeIndex index, WantedFor wanted, LatestWeights weights)
{
    private const int Scan = 200;
    private const int Homes = 3;

    private static readonly string Found = "select a.id, a.content::text from placement.assessment a where a.id = any ($1) and a.council = $2";

    /// <summary>Answers a page, after the looks are on record.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="pageSize">At most this many, 1 to 200; 0 means 50.</param>
    /// <param name="pageToken">From the page before; bound to the caller.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<ReturnCandidatePage> Run(Call call, int pageSize, string? pageToken, CancellationToken ct)
    {
        var check = new FieldChecks();
        var size = Paging.Size(check, pageSize);
        check.Settle();
        var after = Paging.Open<ListPlacements.Place>(tokens, "return-candidates", call.Caller.Partner, pageToken);
        var (latest, area, page) = (await weights.Now(ct), await wanted.Area(call.Organization, ct), new List<ReturnCandidate>());
        IndexedHome[] inside = [.. index.Now.Homes.Where(h => h.LocalAuthority is not null && h.LocalAuthority == area)];
        while (true)
        {
            var query = ListPlacements.Query(call.Organization, new PlacementFilter { OutOfBoroughOnly = true }, after, Scan);
            var placed = await reads.Look(call, query, PlacementSql.Read, p => p.Id, null, ct);
            var known = await Assessed(call, placed, ct);
            foreach (var placement in placed)
            {
                if (page.Count == size)
                {
                    return new ReturnCandidatePage(page, Cursor(page[^1]), Cursor);
                }

                var asked = await wanted.Put(known.GetValueOrDefault(placement.AssessmentId ?? Guid.Empty) ?? Recorded(placement), call.Organization, area, null, ct);
                var (matches, _, fitting) = Comparison.Run(inside, asked, latest, Homes, excludedToo: false);
                if (fitting > 0)
                {
                    page.Add(new ReturnCandidate(placement, matches, Words(placement, fitting)));
                }
            }

            if (placed.Count < Scan)
            {
                return new ReturnCandidatePage(page, "", Cursor);
            }

            after = new ListPlacements.Place(placed[^1].ReviewDue, placed[^1].Id);
        }

        string Cursor(ReturnCandidate one) => tokens.Seal("return-candidates", call.Caller.Partner, new ListPlacements.Place(one.Placement.ReviewDue, one.Placement.Id));
    }

    private async Task<Dictionary<Guid, AssessmentContent>> Assessed(Call call, List<PlacementState> placed, CancellationToken ct)
    {
        var ids = placed.Select(p => p.AssessmentId).OfType<Guid>().ToArray();
        if (ids.Length == 0)
        {
            return [];
        }

        var found = await reads.Look(
            call,
            WalledBatch.Command(Found, ids, call.Organization),
            row => (Id: row.GetGuid(0), Content: System.Text.Json.JsonSerializer.Deserialize<AssessmentContent>(row.GetString(1), HubJson.Options)!),
            a => a.Id,
            null,
            ct);
        return found.ToDictionary(a => a.Id, a => a.Content);
    }

    private static AssessmentContent Recorded(PlacementState placement) => new()
    {
        AssessedBy = "",
        Needs = new AssessedNeeds { BedType = placement.BedType, Infection = AssessedNeeds.NoInfection },
        Preferences = new AssessedPreferences(),
        Funding = "",
        ConsentBasis = "",
        Capacity = "",
    };

    private static string Words(PlacementState placement, int fitting) =>
        $"{(fitting == 1 ? "A home" : $"{fitting} homes")} in the borough {(fitting == 1 ? "has" : "have")} a free bed of the kind that is needed{(placement.AssessmentId is null ? "" : " and can do what was assessed")}.";
}
