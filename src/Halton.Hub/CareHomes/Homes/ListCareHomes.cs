using System.Text.Json;
using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Npgsql;

namespace Halton.Hub.CareHomes.Homes;

/// <summary>
/// Lists homes by name, or the nearest first. Faults: PAGE_SIZE_INVALID, PAGE_TOKEN_INVALID, POSTCODE_UNKNOWN and those of codes.
/// </summary>
public sealed class ListCareHomes(PublicAccount account, NearPoint nearPoint, CodeSystems codes, SealedTokens tokens, TimeProvider clock)
{
    private const int MostCodes = 7;

    /// <summary>Answers a page.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="filter">Which homes.</param>
    /// <param name="pageSize">At most this many, 1 to 200; 0 means 50.</param>
    /// <param name="pageToken">From the page before; bound to the caller and to the filter.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<CareHomePage> Run(Call call, CareHomeFilter filter, int pageSize, string? pageToken, CancellationToken ct)
    {
        var (size, point) = await Check(filter, pageSize, ct);
        var binding = $"{call.Caller.Partner}\n{JsonSerializer.Serialize(filter)}";
        var after = Paging.Open<Place>(tokens, "care-homes", binding, pageToken);
        var found = await Find(filter, point, after, size + 1, ct);
        var page = found.Count > size ? found.GetRange(0, size) : found;
        var views = await account.Read(db => CareHomeParts.Read(db, page.ConvertAll(p => p.Id), ct), ct);
        var places = page.ToDictionary(p => p.Id);
        // A home that was removed between the two statements is left out, not told half.
        return new CareHomePage(
            [.. page.Where(p => views.ContainsKey(p.Id)).Select(p => views[p.Id] with { Metres = p.Chord is { } chord ? (int)Math.Round(Globe.Metres(chord)) : null })],
            found.Count > size ? Cursor(page[^1].Id) : "",
            view => Cursor(view.Home.Id));

        string Cursor(Guid home) => tokens.Seal("care-homes", binding, places[home]);
    }

    private async Task<(int Size, double[]? Point)> Check(CareHomeFilter filter, int pageSize, CancellationToken ct)
    {
        var check = new FieldChecks();
        var today = clock.Today();
        var size = Paging.Size(check, pageSize);
        check.OptionalText(filter.LocalAuthority, "local_authority", 20);
        check.OptionalText(filter.Name, "name", 100);
        check.That(filter.Name is null or { Length: >= 2 }, "name", "TOO_SHORT", "At least 2 characters.");
        codes.Check(check, "bed_type", CareHomeCodes.BedType, filter.BedType is null ? null : new Coding("", filter.BedType), today, required: false);
        Codes("capabilities", CareHomeCodes.Capability, filter.Capabilities);
        Codes("ratings", CareHomeCodes.CqcRating, filter.Ratings);
        var point = await nearPoint.Check(check, filter.Near, filter.WithinMetres ?? 0, ct);
        check.Settle();
        return (size, point);

        void Codes(string field, string system, IReadOnlyList<string> given)
        {
            check.That(given.Count <= MostCodes, field, "TOO_MANY", $"At most {MostCodes}.");
            foreach (var (i, code) in given.Take(MostCodes).Index())
            {
                codes.Check(check, $"{field}[{i}]", system, new Coding("", code), today, required: true);
            }
        }
    }

    private async Task<List<Place>> Find(CareHomeFilter filter, double[]? point, Place? after, int limit, CancellationToken ct)
    {
        await using var command = account.Source.CreateCommand(); // One statement; its parts are read by the ids that it finds.
        var where = new List<string>();
        Add(!filter.IncludeAll, "h.is_care_home and h.registration_status = 'Registered' and not h.dormant");
        Add(filter.LocalAuthority is not null, "h.local_authority = {0}", filter.LocalAuthority);
        Add(filter.Name is not null, "h.name ilike {0}", filter.Name is null ? null : $"%{filter.Name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%");
        Add(filter.BedType is not null, "exists (select 1 from carehomes.declared_beds b where b.home_id = h.id and b.bed_type = {0} and b.maximum > 0)", filter.BedType);
        Add(filter.Capabilities.Count > 0, "(select count(distinct c.code) from carehomes.capability c where c.home_id = h.id and c.code = any ({0})) = cardinality({0})", (object)filter.Capabilities.Distinct().ToArray());
        Add(filter.Ratings.Count > 0, "h.rating_overall = any ({0})", (object)filter.Ratings.ToArray());
        var (chord, order) = ("null::float8", "h.name, h.id");
        if (point is not null)
        {
            chord = $"h.place <-> cube({Parameter(point)}::float8[])";
            order = $"{chord}, h.id";
            Add(true, "h.place is not null");
            Add(filter.WithinMetres > 0, $"{chord} <= {{0}}", Globe.Chord(filter.WithinMetres ?? 0));
            Add(after is not null, $"({chord}, h.id) > ({{0}}, {{1}})", after?.Chord, after?.Id);
        }
        else
        {
            Add(after is not null, "(h.name, h.id) > ({0}, {1})", after?.Name, after?.Id);
        }

        command.CommandText = $"select h.id, h.name, {chord} from carehomes.care_home h where {string.Join(" and ", where.Prepend("true"))} order by {order} limit {Parameter(limit)}";
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = new List<Place>();
        while (await row.ReadAsync(ct))
        {
            found.Add(new Place(row.GetGuid(0), row.GetString(1), await row.IsDBNullAsync(2, ct) ? null : row.GetDouble(2)));
        }

        return found;

        void Add(bool given, string condition, params object?[] values)
        {
            if (given)
            {
                where.Add(string.Format(null, condition, [.. values.Select(value => Parameter(value!))]));
            }
        }

        string Parameter(object value)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
            return $"${command.Parameters.Count}";
        }
    }

    /// <summary>Where a page ended.</summary>
    internal sealed record Place(Guid Id, string Name, double? Chord);
}
