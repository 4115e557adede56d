namespace Halton.Hub.Referrals.Graph;

/// <summary>A service that people can be referred to. FHIR: HealthcareService.</summary>
/// <param name="service">The service.</param>
/// <param name="tiers">What it answers.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class CareServiceGraph(CareService service, IReadOnlyList<CareTier> tiers, ReferralWordsGraph words)
{
    /// <summary>Its code.</summary>
    public string Code => service.Code;

    /// <summary>Its name.</summary>
    public string Name => service.Name;

    /// <summary>Code of the organisation that runs it.</summary>
    public string Organization => service.Organization;

    /// <summary>When it opens, HH:MM in London.</summary>
    public string Opens => ServiceHours.Written(service.Opens);

    /// <summary>When it closes, HH:MM in London; 24:00 for midnight.</summary>
    public string Closes => ServiceHours.Written(service.Closes);

    /// <summary>The days on which it is open, 1 (Monday) to 7 (Sunday).</summary>
    public IEnumerable<int> Days => service.Days;

    /// <summary>Whether it is open on bank holidays.</summary>
    public bool OnBankHolidays => service.OnBankHolidays;

    /// <summary>The tiers that it answers.</summary>
    public IEnumerable<CareTierGraph> Tiers => tiers.Select(tier => new CareTierGraph(tier, words));
}
