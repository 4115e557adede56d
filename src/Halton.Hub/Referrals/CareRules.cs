using System.Collections.Frozen;
using Halton.Hub.Data;
using Npgsql;

namespace Halton.Hub.Referrals;

/// <summary>Services and tiers as the database has them: an operator's change needs no restart.</summary>
public sealed class CareRules(NpgsqlDataSource source, TimeProvider clock) : Remembered<CareSettings>(source, clock)
{
    private const string Tiers = """
        select code, governs, elapsed_minutes, service_minutes, warn_minutes, priority, response_priority, team_types, hospital_bed, least_age, needs_condition, follow_up_days from referrals.care_tier;
        """;

    /// <summary>The services, as <see cref="ReadService"/> reads them.</summary>
    internal const string Services = "select code, name, organization, opens, closes, days, on_bank_holidays, tiers from referrals.care_service";

    /// <summary>The columns of a service are read in one place.</summary>
    internal static CareService ReadService(NpgsqlDataReader row) => new()
    {
        Code = row.GetString(0),
        Name = row.GetString(1),
        Organization = row.GetString(2),
        Opens = row.GetInt32(3),
        Closes = row.GetInt32(4),
        Days = row.GetFieldValue<List<int>>(5),
        OnBankHolidays = row.GetBoolean(6),
        Tiers = row.GetFieldValue<List<string>>(7),
    };

    /// <inheritdoc />
    protected override async Task<CareSettings> Read(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand(Tiers + Services, connection);
        await using var row = await command.ExecuteReaderAsync(ct);
        var tiers = new List<CareTier>();
        while (await row.ReadAsync(ct))
        {
            tiers.Add(new CareTier
            {
                Code = row.GetString(0),
                Governs = row.GetString(1),
                ElapsedMinutes = row.GetInt32(2),
                ServiceMinutes = row.GetInt32(3),
                WarnMinutes = row.GetInt32(4),
                Priority = row.GetString(5),
                ResponsePriority = row.GetString(6),
                TeamTypes = await row.GetFieldValueAsync<List<string>>(7, ct),
                HospitalBed = row.GetString(8),
                LeastAge = row.GetInt32(9),
                NeedsCondition = row.GetBoolean(10),
                FollowUpDays = row.GetInt32(11),
            });
        }

        await row.NextResultAsync(ct);
        var services = new List<CareService>();
        while (await row.ReadAsync(ct))
        {
            services.Add(ReadService(row));
        }

        return new CareSettings(services.ToFrozenDictionary(s => s.Code), tiers.ToFrozenDictionary(t => t.Code));
    }
}
