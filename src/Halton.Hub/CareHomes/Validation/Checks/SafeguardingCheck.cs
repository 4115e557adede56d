namespace Halton.Hub.CareHomes.Validation.Checks;

/// <summary>07: whether safeguarding enquiries that concern the provider, organisational safeguarding or provider failure are under way: that there is something, never what.</summary>
internal static class SafeguardingCheck
{
    /// <summary>Checks it.</summary>
    public static Finding Of(Evidence known) => known.Reply is not { } reply
        ? Finding.Of(CheckOutcome.Pending, "The host authority has not said whether enquiries are open.", "host-authority", known.Contact?.ContactedOn)
        : Finding.Of(
            "host-authority",
            reply.RepliedOn,
            "No enquiries that concern the provider are open, and no failure is dealt with.",
            Mark.If(reply.Concerns == "organisational-safeguarding", CheckOutcome.Block, "Organisational safeguarding is under way."),
            Mark.If(reply.ProviderFailure, CheckOutcome.Block, "The host authority's provider-failure process is under way."),
            Mark.If(reply.OpenEnquiries, CheckOutcome.Warn, "Safeguarding enquiries that concern the provider are open.", "Ask the host authority how things stand before each placement."));
}
