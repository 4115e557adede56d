namespace Halton.Hub.Referrals;

/// <summary>One look at how urgent a referral is.</summary>
/// <param name="Version">From 1.</param>
/// <param name="Tier">Code of the tier.</param>
/// <param name="Conditions">Codes of the conditions.</param>
/// <param name="Exclusions">Codes of what stands against a response at home.</param>
/// <param name="Disciplines">Codes of who is needed.</param>
/// <param name="TriagedAt">When.</param>
/// <param name="TriagedByRole">Role of who triaged.</param>
/// <param name="Note">Why, in words.</param>
public sealed record Triage(
    int Version,
    string Tier,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<string> Exclusions,
    IReadOnlyList<string> Disciplines,
    DateTimeOffset TriagedAt,
    string TriagedByRole,
    string? Note);
