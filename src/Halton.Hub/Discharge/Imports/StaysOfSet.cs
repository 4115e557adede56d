using Halton.Hub.Data;
using Halton.Hub.Discharge.Packages;
using Halton.Hub.Placement.Offers;
using Npgsql;

namespace Halton.Hub.Discharge.Imports;

/// <summary>The stays that the lines of a set are about, loaded and locked together.</summary>
internal sealed class StaysOfSet
{
    private readonly Dictionary<Guid, Stay> stays = [];
    private readonly Dictionary<string, Guid> spells = [];
    private readonly HashSet<string> lookedFor = [];
    private readonly HashSet<string> numbers = [];
    private readonly Dictionary<(string Site, string? Area), List<string>> councils = [];

    /// <summary>Loads them.</summary>
    public static async Task<StaysOfSet> Load(SaveSet set, IReadOnlyList<ImportLine> lines, CancellationToken ct)
    {
        var known = new StaysOfSet();
        await known.Find(set.Save, [.. lines.Where(line => line.Wrong is null)], ct);
        Guid[] ids = [.. lines.Where(line => line.Wrong is null && !line.Admits && !set.IsAnswered(line.RequestId)).Select(known.Named).OfType<Guid>().Distinct()];
        if (ids.Length > 0)
        {
            foreach (var stay in await StayForChange.Load(set.Save.Db, set.Save.Organization, ids, ct))
            {
                known.Add(stay);
            }

            await NoteWithout<PlacementOffer>(set.Save, WithdrawOffers.System, WithdrawOffers.WithStanding(ids), ids, ct);
            await NoteWithout<CarePackage>(set.Save, set.Save.Organization, FollowPackages.WithHeld(ids), ids, ct);
        }

        return known;
    }

    /// <summary>A stay.</summary>
    public Stay? this[Guid id] => stays.GetValueOrDefault(id);

    /// <summary>The hub's id of the stay of a line, empty for an admission; null when the lines before would have to be saved first to know. Fault: DISCHARGE_NOT_FOUND.</summary>
    public string? IdOf(ImportLine line)
    {
        if (line.Admits || line.Item.DischargeId is not null)
        {
            return line.Item.DischargeId ?? "";
        }

        var spell = line.Item.Spell!;
        return spells.TryGetValue(spell, out var id) ? id.ToString() : !lookedFor.Contains(spell) ? null : throw DischargeFaults.NotFound();
    }

    /// <summary>Whether a stay that begins stands in the way of one that is here, or may do so: the database has to judge each at its turn.</summary>
    public bool Cross(Stay begun) => spells.ContainsKey(begun.SpellIdentifier) || (begun.NhsNumber is { } number && numbers.Contains(number));

    /// <summary>The councils where the person of a stay lives. Fault: SITE_UNKNOWN.</summary>
    public async Task<List<string>> Councils(HubDb db, Stay begun, CancellationToken ct)
    {
        var place = (begun.Site, begun.Patient!.LocalAuthority);
        return councils.TryGetValue(place, out var known) ? known : councils[place] = await RecordAdmission.Councils(db, begun, ct);
    }

    /// <summary>Adds a stay that begins with a line: those that follow find it.</summary>
    public void Begin(Save save, Stay begun)
    {
        Add(begun);
        spells[begun.SpellIdentifier] = begun.Id;
        save.NoteWithout<PlacementOffer>(begun.Id);
        save.NoteWithout<CarePackage>(begun.Id);
    }

    private static async Task NoteWithout<T>(Save save, string asWhom, NpgsqlBatchCommand with, Guid[] ids, CancellationToken ct)
    {
        await using var batch = WalledBatch.For(save.Batch(), asWhom);
        batch.BatchCommands.Add(with);
        WalledBatch.For(batch, save.Organization);
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        var those = new HashSet<Guid>();
        while (await rows.ReadAsync(ct))
        {
            those.Add(rows.GetGuid(0));
        }

        foreach (var id in ids.Where(id => !those.Contains(id)))
        {
            save.NoteWithout<T>(id);
        }
    }

    // The spells of admissions are looked for as well: one that is known must not begin again beside it.
    private async Task Find(Save save, List<ImportLine> lines, CancellationToken ct)
    {
        var firsts = lines.Select(line => (Spell: line.Update is RecordAdmission.Request admission ? admission.SpellIdentifier : line.Item.Spell, line.Admits))
            .Where(named => !string.IsNullOrEmpty(named.Spell)).DistinctBy(named => named.Spell).ToList();
        if (firsts.Count > 0)
        {
            await Find(save, StaysBySpell.OfStanding(save.Organization, [.. firsts.Select(named => named.Spell!)]), ct);
            string[] missed = [.. firsts.Where(named => !named.Admits && !spells.ContainsKey(named.Spell!)).Select(named => named.Spell!)];
            await (missed.Length > 0 ? Find(save, StaysBySpell.OfCancelled(save.Organization, missed), ct) : Task.CompletedTask);
            lookedFor.UnionWith(missed);
        }
    }

    private async Task Find(Save save, NpgsqlBatchCommand look, CancellationToken ct)
    {
        await using var batch = save.Batch(look);
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await StaysBySpell.Read(rows, spells, ct);
    }

    private Guid? Named(ImportLine line) => line.Item.DischargeId is { } given
        ? Guid.TryParseExact(given, "D", out var id) ? id : null
        : spells.TryGetValue(line.Item.Spell!, out var found) ? found : null;

    private void Add(Stay stay)
    {
        stays[stay.Id] = stay;
        if (stay.NhsNumber is { } number)
        {
            numbers.Add(number);
        }
    }
}
