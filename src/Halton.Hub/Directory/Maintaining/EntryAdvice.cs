using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.Maintaining;

/// <summary>
/// What would make an entry more useful to those who look for help: NO_DESCRIPTION, SHORT_DESCRIPTION (under 40 characters), NO_SCHEDULE,
/// NO_TERM, NO_PLACE, NO_CONTACT (no desk, e-mail address or web page), ALERT_OLD (unchanged for 30 days).
/// </summary>
internal static class EntryAdvice
{
    private const int ShortDescription = 40;
    private const int OldAlertDays = 30;

    /// <summary>Advises on an entry.</summary>
    /// <param name="said">What it would be.</param>
    /// <param name="now">What it is; null for a new one.</param>
    /// <param name="today">Today in London.</param>
    public static IEnumerable<PreviewIssue> Of(Service said, Service? now, DateOnly today)
    {
        var advice = new (bool Given, string Field, string Reason, string Message)[]
        {
            (said.Description is null, "description", "NO_DESCRIPTION", "Say what it is and for whom."),
            (said.Description is { Length: < ShortDescription }, "description", "SHORT_DESCRIPTION", $"Under {ShortDescription} characters hardly say what it is and for whom."),
            (said.Schedules.Count == 0, "schedules", "NO_SCHEDULE", "Without times nobody finds it by when it is open."),
            (said.Terms.Count == 0, "term_ids", "NO_TERM", "Without a term nobody finds it by need."),
            (said.ServiceAtLocations.Count == 0, "location_ids", "NO_PLACE", "Without a place nobody finds it by distance."),
            (said.Contacts.Count == 0 && said.Email is null && said.Url is null, "contacts", "NO_CONTACT", "Without a desk, an e-mail address or a web page nobody can ask."),
            (said.Alert is not null && said.Alert == now?.Alert && LondonTime.Day(now.LastModified).AddDays(OldAlertDays) < today, "alert", "ALERT_OLD", $"The alert has stood for over {OldAlertDays} days. Is it still news?"),
        };
        return advice.Where(a => a.Given).Select(a => new PreviewIssue(PreviewIssue.Warning, a.Field, a.Reason, a.Message));
    }
}
