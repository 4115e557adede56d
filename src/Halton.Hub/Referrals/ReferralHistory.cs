namespace Halton.Hub.Referrals;

/// <summary>What was done about a referral, kept whole.</summary>
/// <param name="Triages">The latest last.</param>
/// <param name="Allocations">The latest last.</param>
/// <param name="Contacts">In the order in which they took place.</param>
public sealed record ReferralHistory(IReadOnlyList<Triage> Triages, IReadOnlyList<Allocation> Allocations, IReadOnlyList<Contact> Contacts)
{
    /// <summary>So many of each are kept; no referral comes near it.</summary>
    internal const int Most = 200;
}
