using Halton.Hub.Faults.Checks;

namespace Halton.Hub.Faults.Beds;

/// <summary>Looks whether any bed was ever held twice at a time, from the moments of the holds alone, and whether the homes' capacity agrees with them.</summary>
internal static class HeldOnce
{
    // Of the holds of one bed in the order in which they began: none begins before all earlier ones have ended.
    private const string Twice = """
        select count(*) from (
            select held_at, max(least(held_until, ended_at)) over (partition by home_id, bed_type, bed_number order by held_at, id rows between unbounded preceding and 1 preceding) as busy
            from carehomes.bed_hold where home_id = any ($1)) holds
        where held_at < busy
        """;

    // At each beginning of a hold: how many beds were held then, against how many there are.
    private const string TooMany = """
        select count(*) from (
            select home_id, sum(step) over (partition by home_id order by at, step) as held from (
                select home_id, held_at as at, 1 as step from carehomes.bed_hold where home_id = any ($1)
                union all select home_id, least(held_until, ended_at), -1 from carehomes.bed_hold where home_id = any ($1) and (ended_at is not null or held_until < clock_timestamp())) steps) moments
        where held > (select maximum from carehomes.bed_capacity b where b.home_id = moments.home_id)
        """;

    private const string Disagreeing = """
        select count(*) from carehomes.told_beds t where t.home_id = any ($1) and t.available <> t.maximum -
            (select count(*) from carehomes.bed_hold h where h.home_id = t.home_id and h.state = 'held' and h.held_until > clock_timestamp())
        """;

    /// <summary>Looks.</summary>
    public static async Task<Verdict> Check(Ward ward, CancellationToken ct)
    {
        var holds = await ward.Count("select count(*) from carehomes.bed_hold where home_id = any ($1)", ct);
        var findings = new List<string>();
        foreach (var (what, sql) in new[] { ("holds begin while the bed is held", Twice), ("moments with more beds held than there are", TooMany), ("kinds of bed where capacity is not beds less holds", Disagreeing) })
        {
            if (await ward.Count(sql, ct) is > 0 and var count)
            {
                findings.Add($"{count} {what}");
            }
        }

        return new Verdict("once", "no bed is held twice; capacity = beds - live holds", $"{holds} holds", findings);
    }
}
