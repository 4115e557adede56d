using Halton.Hub.CareHomes.Validation.Checks;

namespace Halton.Hub.CareHomes.Validation;

/// <summary>
/// What a council has to do about a validation, derived like everything else: a duty that is there raises its task, and one that is gone,
/// because somebody did it, closes it.
/// </summary>
internal static class ValidationDuties
{
    /// <summary>Look again, since something happened.</summary>
    public const string Revalidate = "revalidate";

    /// <summary>Begin the next evidence round before this one runs out.</summary>
    public const string Renew = "renew";

    /// <summary>Ask the host authority, or ask it again.</summary>
    public const string ChaseHost = "chase-host";

    /// <summary>See what follows an override that has ended.</summary>
    public const string ReviewOverride = "review-override";

    /// <summary>Each duty with its reason, which is null when it is not there, and the day by which it should be done.</summary>
    public static IEnumerable<(string Code, string? Reason, DateOnly Due)> Of(ProviderValidation validation, Evidence known)
    {
        var today = known.Today;
        var reopened = validation.ReopenedAt is not null;
        yield return (Revalidate, reopened ? $"Reopened: {string.Join(", ", validation.ReopenedBy)}. Ask the host authority anew." : null, today.AddDays(known.Policy.HostReplyDays));

        var expires = validation.ExpiresOn;
        yield return (Renew, expires <= today.AddDays(ReviewCheck.Ahead) ? "The evidence round runs out. Ask the host authority anew." : null, expires ?? today);

        yield return (ChaseHost, Chase(known), known.AwaitsReply ? today : known.ReplyDue);

        var ended = validation.OverriddenAt is not null && !validation.OverrideHolds(today);
        yield return (ReviewOverride, ended ? "The override has ended. Decide what follows." : null, today);
    }

    private static string? Chase(Evidence known) => known switch
    {
        { AwaitsReply: true } => known.ReplyDue < known.Today ? "The host authority has not answered in time. Ask it again." : null,
        { Reply: null } => "The host authority has not been asked.",
        { ReplyIsOld: true } => "The host authority's answer is too old. Ask it anew.",
        _ => null,
    };
}
