using Halton.Hub.Foundation;
using Halton.Hub.Patients;

namespace Halton.Hub.Referrals;

/// <summary>Whether a tier is for this person.</summary>
internal static class Suitability
{
    /// <summary>Refuses a tier that is not. Faults: TIER_NOT_FROM_HOSPITAL, TIER_FROM_HOSPITAL_ONLY, TOO_YOUNG.</summary>
    public static void Demand(CareTier tier, bool fromHospitalBed, Patient patient, DateOnly day)
    {
        if (fromHospitalBed && tier.HospitalBed == CareTier.NotFromHospital)
        {
            throw ReferralFaults.NotFromHospital();
        }

        if (!fromHospitalBed && tier.HospitalBed == CareTier.HospitalOnly)
        {
            throw ReferralFaults.FromHospitalOnly();
        }

        // A year or a month of birth counts as its first day: nobody is turned away for what is not known.
        if (tier.LeastAge > 0 && patient.BirthDate is { } born && PartialDate.Earliest(born).AddYears(tier.LeastAge) > day)
        {
            throw ReferralFaults.TooYoung(tier.LeastAge);
        }
    }

    /// <summary>Notes conditions that are missing, and an agreed day that is missing, not expected or past.</summary>
    public static void Check(FieldChecks check, CareTier? tier, IReadOnlyCollection<string> conditions, DateOnly? agreedOn, DateOnly today)
    {
        check.That(tier is not { NeedsCondition: true } || conditions.Count > 0, "conditions", "REQUIRED", "This tier needs a condition.");
        var needed = tier?.Governs == CareTier.ByAgreedDay;
        check.That(!needed || agreedOn is not null, "agreed_on", "REQUIRED", "This tier goes by an agreed day.");
        check.That(needed || agreedOn is null, "agreed_on", "NOT_EXPECTED", "This tier does not go by an agreed day.");
        check.That(agreedOn is null || (agreedOn >= today && agreedOn <= today.AddDays(60)), "agreed_on", "OUT_OF_RANGE", "From today to 60 days ahead.");
    }
}
