namespace Halton.Hub.CareHomes.Validation.Checks;

/// <summary>10: the host authority was told that people are, or will be, placed there, and has acknowledged it.</summary>
internal static class NotificationCheck
{
    /// <summary>Checks it.</summary>
    public static Finding Of(Evidence known)
    {
        var acknowledged = new[] { known.Contact, known.Reply }.FirstOrDefault(r => r is { Acknowledged: true });
        var agreement = known.Sharing is null ? "" : " A sharing agreement with it holds.";
        return (acknowledged, known.Contact) switch
        {
            ({ } by, _) => Finding.Of(CheckOutcome.Pass, "The host authority was told and has acknowledged it." + agreement, "host-authority", by.RepliedOn ?? by.ContactedOn),
            (null, { } told) => Finding.Of(CheckOutcome.Pending, "The host authority was told and has not acknowledged it." + agreement, "host-authority", told.ContactedOn),
            _ => Finding.Of(CheckOutcome.Pending, "The host authority has not been told." + agreement, "council"),
        };
    }
}
