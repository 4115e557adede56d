using Halton.Hub.Foundation;

namespace Halton.Hub.Referrals;

/// <summary>What can go wrong with a referral, each with its stable reason.</summary>
internal static class ReferralFaults
{
    public static Fault NotFound() => new(FaultKind.NotFound, "REFERRAL_NOT_FOUND", "There is no such referral that you may see.");

    public static Fault ServiceNotFound() => new(FaultKind.NotFound, "SERVICE_NOT_FOUND", "There is no such service. Ask for those that there are.");

    public static Fault DischargeNotFound() => new(FaultKind.NotFound, "DISCHARGE_NOT_FOUND", "There is no such discharge that you may see.");

    public static Fault StayClosed() => new(FaultKind.FailedPrecondition, "STAY_CLOSED", "The stay in hospital is discharged or cancelled.");

    public static Fault NoReferralPathway() => new(FaultKind.FailedPrecondition, "PATHWAY_HAS_NO_REFERRAL", "Only pathways 1 and 2 lead to a community service. Assign one of them first.");

    public static Fault TierNotAnswered() => new(FaultKind.FailedPrecondition, "TIER_NOT_ANSWERED", "The service does not answer this tier. Ask for the services and their tiers.");

    public static Fault NotFromHospital() => new(FaultKind.FailedPrecondition, "TIER_NOT_FROM_HOSPITAL", "This tier is not for people in a hospital bed.");

    public static Fault FromHospitalOnly() => new(FaultKind.FailedPrecondition, "TIER_FROM_HOSPITAL_ONLY", "This tier is for people in a hospital bed. Refer with the id of the discharge.");

    public static Fault TooYoung(int age) => new(FaultKind.FailedPrecondition, "TOO_YOUNG", $"This tier is for people of {age} and over.");

    public static Fault Excluded() =>
        new(FaultKind.FailedPrecondition, "EXCLUDED", "What was found stands against a response at home. The person needs another kind of help: when life is at risk, 999; otherwise the specialist service.");

    public static Fault Ended() => new(FaultKind.FailedPrecondition, "REFERRAL_ENDED", "The referral has ended; nothing about it changes.");

    public static Fault NotTriaged() => new(FaultKind.FailedPrecondition, "NOT_TRIAGED", "Nobody of the service has triaged the referral yet.");

    public static Fault AlreadyAccepted() => new(FaultKind.FailedPrecondition, "ALREADY_ACCEPTED", "The service has accepted the referral. Redirect, complete or cancel it.");

    public static Fault NotAccepted() => new(FaultKind.FailedPrecondition, "NOT_ACCEPTED", "The service has not accepted the referral yet.");

    public static Fault NotAllocated() => new(FaultKind.FailedPrecondition, "NOT_ALLOCATED", "No team is named yet.");

    public static Fault NoContactYet() => new(FaultKind.FailedPrecondition, "NO_CONTACT_YET", "Nobody of the service has seen the person yet. Record the contact, or cancel.");

    public static Fault ResponseBegun() => new(FaultKind.FailedPrecondition, "RESPONSE_BEGUN", "Somebody of the service has seen the person; the time for triage is over.");

    public static Fault SameService() => new(FaultKind.FailedPrecondition, "SAME_SERVICE", "The referral is with this service already.");

    public static Fault NotCompleted() => new(FaultKind.FailedPrecondition, "NOT_COMPLETED", "Only a completed referral is followed up.");

    public static Fault NoFollowUp() => new(FaultKind.FailedPrecondition, "NO_FOLLOW_UP", "This referral asks for no follow-up.");

    public static Fault FollowUpRecorded() => new(FaultKind.FailedPrecondition, "FOLLOW_UP_RECORDED", "The follow-up is recorded already.");

    public static Fault FollowUpNotDue(DateOnly due) => new(FaultKind.FailedPrecondition, "FOLLOW_UP_NOT_DUE", $"The follow-up falls due on {WrittenDay.Of(due)}.");

    public static Fault TooMuch() => new(FaultKind.FailedPrecondition, "TOO_MUCH_RECORDED", $"More than {ReferralHistory.Most} of these are not kept for one referral.");

    /// <summary>The faults behind the database's own rules.</summary>
    public static IReadOnlyDictionary<string, Func<Fault>> ByConstraint { get; } = new Dictionary<string, Func<Fault>>
    {
        ["one_open_referral_of_a_stay"] = AlreadyOpen,
        ["one_open_referral_of_a_person"] = AlreadyOpen,
    };

    private static Fault AlreadyOpen() => new(FaultKind.AlreadyExists, "REFERRAL_ALREADY_OPEN", "An open referral of this person to this service exists. Ask for it in the list.");
}
