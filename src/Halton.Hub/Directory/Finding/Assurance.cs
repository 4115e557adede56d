namespace Halton.Hub.Directory.Finding;

/// <summary>How far an entry can be trusted.</summary>
/// <param name="AssuredDate">The day on which its maintainer last confirmed it; null when never.</param>
/// <param name="State">fresh (within 183 days), ageing (within 365), expired, or unknown.</param>
/// <param name="Warning">What to tell whoever relies on it; null when fresh.</param>
public sealed record Assurance(DateOnly? AssuredDate, string State, string? Warning)
{
    /// <summary>Judges a service's entry.</summary>
    internal static Assurance Of(Service service, DateOnly today) => service.AssuredDate switch
    {
        null => new(null, "unknown", "Nobody has confirmed this entry yet. Ring before you point somebody there."),
        { } day when today.DayNumber - day.DayNumber < 183 => new(day, "fresh", null),
        { } day when today.DayNumber - day.DayNumber < 365 => new(day, "ageing", "This entry was last confirmed more than six months ago. Check times before you point somebody there."),
        { } day => new(day, "expired", "This entry was last confirmed more than a year ago. Ring before you point somebody there."),
    };
}
