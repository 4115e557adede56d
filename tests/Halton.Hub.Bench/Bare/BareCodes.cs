using Halton.Hub.Contracts.Fhir.V1;
using Npgsql;

namespace Halton.Hub.Bench.Bare;

/// <summary>The codes with their wording, one ready message each.</summary>
internal sealed class BareCodes
{
    private readonly Dictionary<string, Dictionary<string, Coding>> systems = [];
    private readonly Dictionary<string, (string Family, string Owner)> delays = [];

    /// <summary>Reads them once.</summary>
    public static async Task<BareCodes> Load(NpgsqlDataSource source, CancellationToken ct)
    {
        var codes = new BareCodes();
        await using var ask = source.CreateCommand("select distinct on (system, code) system, code, display, properties ->> 'family', properties ->> 'owner' from codes.concept order by system, code, valid_from desc");
        await using var row = await ask.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            var coding = new Coding { System = row.GetString(0), Code = row.GetString(1), Display = row.GetString(2) };
            if (!codes.systems.TryGetValue(coding.System, out var system))
            {
                codes.systems.Add(coding.System, system = []);
            }

            system.Add(coding.Code, coding);
            if (!row.IsDBNull(3) && !row.IsDBNull(4))
            {
                codes.delays.TryAdd(coding.Code, (row.GetString(3), row.GetString(4)));
            }
        }

        return codes;
    }

    /// <summary>What a reason for delay belongs to, and whose move it is.</summary>
    public (string Family, string Owner) OfDelay(string reason) => delays[reason];

    /// <summary>The codes of one system.</summary>
    public Dictionary<string, Coding> Of(string system) => systems[system];
}
