namespace Halton.Hub.Referrals;

/// <summary>A service that people can be referred to. FHIR: HealthcareService.</summary>
public sealed class CareService
{
    /// <summary>Its code.</summary>
    public required string Code { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Code of the organisation that runs it.</summary>
    public required string Organization { get; init; }

    /// <summary>Minute of London's day at which it opens.</summary>
    public required int Opens { get; init; }

    /// <summary>Minute of London's day at which it closes.</summary>
    public required int Closes { get; init; }

    /// <summary>Days of the week, 1 (Monday) to 7 (Sunday).</summary>
    public required List<int> Days { get; init; }

    /// <summary>Whether it is open on bank holidays.</summary>
    public required bool OnBankHolidays { get; init; }

    /// <summary>Codes of the tiers that it answers.</summary>
    public required List<string> Tiers { get; init; }

    /// <summary>When it is open.</summary>
    public ServiceHours Hours => new(Opens, Closes, Days, OnBankHolidays);
}
