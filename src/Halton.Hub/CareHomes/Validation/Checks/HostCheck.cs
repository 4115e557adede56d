namespace Halton.Hub.CareHomes.Validation.Checks;

/// <summary>
/// 05: the host authority was asked and says that nothing stands against placing, and no council has suspended admissions. Its answer counts
/// for some months only.
/// </summary>
internal static class HostCheck
{
    private const string Agree = "Agree each placement with the host authority.";

    /// <summary>Checks it.</summary>
    public static Finding Of(Evidence known)
    {
        var reply = known.Reply;
        return Finding.Of(
            "host-authority",
            reply?.RepliedOn ?? known.Contact?.ContactedOn,
            "The host authority has no concerns.",
            Mark.If(reply is { PlacementsSuspended: true }, CheckOutcome.Block, "The host authority has suspended placements."),
            Mark.If(Has("admissions-suspended"), CheckOutcome.Block, "A council has suspended new admissions."),
            Mark.If(known.Contact is null && reply is null, CheckOutcome.Pending, "The host authority has not been asked."),
            Mark.If(known.Contact is not null && reply is null, CheckOutcome.Pending, $"The host authority has not answered since {known.Contact?.ContactedOn:yyyy-MM-dd}."),
            Mark.If(known.ReplyIsOld, CheckOutcome.Pending, $"The host authority's answer is more than {known.Policy.HostReplyMonths} months old."),
            Mark.If(reply?.Concerns is not (null or "none"), CheckOutcome.Review, "The host authority has concerns.", Agree),
            Mark.If(Has("admissions-restricted"), CheckOutcome.Review, "A council lets people in only as agreed one by one.", Agree),
            Mark.If(Has("enhanced-monitoring"), CheckOutcome.Review, "A council watches the home more closely.", Agree));

        bool Has(string kind) => known.Sanctions.Any(s => s.Kind == kind);
    }
}
