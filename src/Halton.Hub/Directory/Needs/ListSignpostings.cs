using System.Text.Json;
using Halton.Hub.Access;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Directory.Needs;

/// <summary>
/// Lists the signpostings that the caller sent or received, newest first. Pages follow the moment of recording, which never changes.
/// Faults: PAGE_SIZE_INVALID, PAGE_TOKEN_INVALID, DIRECTION_UNKNOWN.
/// </summary>
public sealed class ListSignpostings(DirectoryAccount account, SealedTokens tokens)
{
    private const int DefaultPage = 50;
    private const int LargestPage = 100;

    /// <summary>Answers a page.</summary>
    public async Task<SignpostingPage> Run(Call call, SignpostingFilter filter, int pageSize, string? pageToken, CancellationToken ct)
    {
        var check = new FieldChecks();
        check.That(pageSize is >= 0 and <= LargestPage, "page_size", "PAGE_SIZE_INVALID", $"From 1 to {LargestPage}; 0 means {DefaultPage}.");
        check.That(filter.Direction is null or "sent" or "received", "direction", "DIRECTION_UNKNOWN", "One of sent, received; both when left out.");
        check.Settle();
        var binding = $"{call.Caller.Partner}\n{JsonSerializer.Serialize(filter)}";
        Place? after = null;
        if (!string.IsNullOrEmpty(pageToken) && !tokens.TryOpen("signpostings", binding, pageToken, out after))
        {
            throw Fault.Invalid("page_token", "PAGE_TOKEN_INVALID", "The token was made for another caller or other filters, or was changed. Begin at the first page.");
        }

        var size = pageSize == 0 ? DefaultPage : pageSize;
        var found = await account.Read(db => Chosen(db.Set<Signposting>().AsNoTracking(), call.Organization, filter, after).Take(size + 1).ToListAsync(ct), ct);
        var page = found.Count > size ? found.GetRange(0, size) : found;
        return new SignpostingPage(page, found.Count > size ? Cursor(page[^1]) : "", Cursor);

        string Cursor(Signposting signposting) => tokens.Seal("signpostings", binding, new Place(signposting.RecordedAt, signposting.Id));
    }

    private static IQueryable<Signposting> Chosen(IQueryable<Signposting> all, string organization, SignpostingFilter filter, Place? after)
    {
        var chosen = filter.Direction switch
        {
            "sent" => all.Where(s => s.RecordedBy == organization),
            "received" => all.Where(s => s.ServiceMaintainedBy == organization),
            _ => all.Where(s => s.RecordedBy == organization || s.ServiceMaintainedBy == organization),
        };
        chosen = filter.OpenOnly ? chosen.Where(s => s.Outcome == null) : chosen;
        chosen = filter.NeedId is { } need ? chosen.Where(s => s.NeedId == need) : chosen;
        chosen = filter.ServiceId is { } service ? chosen.Where(s => s.ServiceId == service) : chosen;
        chosen = filter.Since is { } since ? chosen.Where(s => s.RecordedAt >= since.ToUniversalTime()) : chosen;
        chosen = after is null ? chosen : chosen.Where(s => EF.Functions.LessThan(ValueTuple.Create(s.RecordedAt, s.Id), ValueTuple.Create(after.RecordedAt, after.Id)));
        return chosen.OrderByDescending(s => s.RecordedAt).ThenByDescending(s => s.Id);
    }

    /// <summary>Where a page ended.</summary>
    internal sealed record Place(DateTimeOffset RecordedAt, Guid Id);
}
