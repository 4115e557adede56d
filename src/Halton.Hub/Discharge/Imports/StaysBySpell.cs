using Halton.Hub.Data;
using Npgsql;

namespace Halton.Hub.Discharge.Imports;

/// <summary>Finds the stays that a trust means by its spells: the one that is not cancelled, or else the latest of those that are.</summary>
internal static class StaysBySpell
{
    // Two looks, for only the first has an index.
    private const string Standing = "select spell_identifier, id from discharge.stay where trust = $1 and spell_identifier = any ($2) and state <> 5";
    private const string Cancelled = "select distinct on (spell_identifier) spell_identifier, id from discharge.stay where trust = $1 and spell_identifier = any ($2) and state = 5 order by spell_identifier, admitted_at desc";

    /// <summary>Those that are not cancelled.</summary>
    public static NpgsqlBatchCommand OfStanding(string trust, string[] spells) => WalledBatch.Command(Standing, trust, spells);

    /// <summary>The latest of those that are cancelled.</summary>
    public static NpgsqlBatchCommand OfCancelled(string trust, string[] spells) => WalledBatch.Command(Cancelled, trust, spells);

    /// <summary>Reads what was found.</summary>
    public static async Task Read(NpgsqlDataReader rows, Dictionary<string, Guid> found, CancellationToken ct)
    {
        while (await rows.ReadAsync(ct))
        {
            found[rows.GetString(0)] = rows.GetGuid(1);
        }
    }
}
