namespace Halton.Hub.Referrals;

/// <summary>The code systems that referrals use, and the few codes that rules name.</summary>
public static class ReferralCodes
{
    /// <summary>How fast a service answers.</summary>
    public const string Tier = "https://one-halton.example/fhir/CodeSystem/referral-tier";

    /// <summary>The nine conditions of urgent community response.</summary>
    public const string Condition = "https://one-halton.example/fhir/CodeSystem/urgent-response-condition";

    /// <summary>What stands against an urgent response at home.</summary>
    public const string Exclusion = "https://one-halton.example/fhir/CodeSystem/urgent-response-exclusion";

    /// <summary>Who is needed, or goes.</summary>
    public const string Discipline = "https://one-halton.example/fhir/CodeSystem/care-discipline";

    /// <summary>Team types of the Community Services Data Set.</summary>
    public const string TeamType = "https://one-halton.example/fhir/CodeSystem/csds-team-type";

    /// <summary>How somebody was in touch.</summary>
    public const string ContactKind = "https://one-halton.example/fhir/CodeSystem/contact-kind";

    /// <summary>Why a service does not take a referral, or passes it on.</summary>
    public const string RejectionReason = "https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons";

    /// <summary>Why a referral is not needed any more.</summary>
    public const string CancelReason = "https://one-halton.example/fhir/CodeSystem/referral-cancel-reason";

    /// <summary>How a referral came out.</summary>
    public const string Outcome = "https://one-halton.example/fhir/CodeSystem/referral-outcome";

    /// <summary>Where a person was when somebody looked again.</summary>
    public const string FollowUpOutcome = "https://one-halton.example/fhir/CodeSystem/follow-up-outcome";

    /// <summary>The contact that stops the clocks.</summary>
    public const string FaceToFace = "face-to-face";

    /// <summary>The rejection that needs words.</summary>
    public const string OtherRejection = "99";

    /// <summary>The cancellation that needs words.</summary>
    public const string OtherCancellation = "13";

    /// <summary>Outcomes after which nobody looks again.</summary>
    public static IReadOnlySet<string> EndsFollowUp { get; } = new HashSet<string> { "died" };
}
