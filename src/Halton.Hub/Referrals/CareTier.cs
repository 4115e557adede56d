using Halton.Hub.Foundation;

namespace Halton.Hub.Referrals;

/// <summary>How fast a service answers, and for whom. Rows, changed by an operator; what a referral was promised stays with it.</summary>
public sealed class CareTier
{
    /// <summary>The clock that always runs decides.</summary>
    public const string ByElapsed = "elapsed";

    /// <summary>The clock of the service's hours decides.</summary>
    public const string ByService = "service";

    /// <summary>An agreed day decides.</summary>
    public const string ByAgreedDay = "agreed-day";

    /// <summary>For people in a hospital bed alone.</summary>
    public const string HospitalOnly = "only";

    /// <summary>Not for people in a hospital bed.</summary>
    public const string NotFromHospital = "never";

    /// <summary>Hub code system referral-tier.</summary>
    public required string Code { get; init; }

    /// <summary>Which clock decides.</summary>
    public required string Governs { get; init; }

    /// <summary>Minutes of the clock that always runs.</summary>
    public int ElapsedMinutes { get; init; }

    /// <summary>Minutes of the clock of the service's hours.</summary>
    public int ServiceMinutes { get; init; }

    /// <summary>So many minutes before the breach time little time is left.</summary>
    public required int WarnMinutes { get; init; }

    /// <summary>FHIR request-priority.</summary>
    public required string Priority { get; init; }

    /// <summary>NHS Data Dictionary CLINICAL RESPONSE PRIORITY TYPE.</summary>
    public required string ResponsePriority { get; init; }

    /// <summary>CSDS team types that answer it.</summary>
    public required List<string> TeamTypes { get; init; }

    /// <summary>either, only or never.</summary>
    public required string HospitalBed { get; init; }

    /// <summary>Least age in years; 0 for none.</summary>
    public int LeastAge { get; init; }

    /// <summary>Whether a condition must be named.</summary>
    public bool NeedsCondition { get; init; }

    /// <summary>Days after the first contact on which a follow-up falls due; 0 for none.</summary>
    public int FollowUpDays { get; init; }

    /// <summary>Day on which the follow-up falls due; null for none.</summary>
    public DateOnly? FollowUpDue(DateTimeOffset? firstContact) => FollowUpDays > 0 && firstContact is { } first ? LondonTime.Day(first).AddDays(FollowUpDays) : null;

    /// <summary>When the clocks of a referral are out.</summary>
    /// <param name="hours">The service's hours.</param>
    /// <param name="start">When they start.</param>
    /// <param name="agreedOn">The agreed day, when it goes by one.</param>
    /// <param name="isBankHoliday">Tells bank holidays.</param>
    public ReferralTiming Timing(ServiceHours hours, DateTimeOffset start, DateOnly? agreedOn, Func<DateOnly, bool> isBankHoliday)
    {
        var (elapsed, service) = Governs == ByAgreedDay
            ? (hours.CloseOf(agreedOn!.Value), hours.CloseOf(agreedOn.Value))
            : (start.AddMinutes(ElapsedMinutes), hours.After(start, TimeSpan.FromMinutes(ServiceMinutes), isBankHoliday));
        var breach = Governs == ByService ? service : elapsed;
        return new ReferralTiming(elapsed, service, breach, breach.AddMinutes(-WarnMinutes));
    }
}
