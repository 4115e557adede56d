using GraphQL;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>Asks to record a contact with a host authority.</summary>
public sealed class RecordHostReplyInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the home, or CQC location id.</summary>
    public required string CareHome { get; init; }

    /// <summary>Day on which the host authority was told and asked, not in the future.</summary>
    public required DateOnly ContactedOn { get; init; }

    /// <summary>Day of its answer; absent while it has not answered.</summary>
    public DateOnly? RepliedOn { get; init; }

    /// <summary>Whether it acknowledged that people are, or will be, placed there.</summary>
    public required bool Acknowledged { get; init; }

    /// <summary>Hub code system host-concern; required with repliedOn.</summary>
    public CodingInputGraph? Concerns { get; init; }

    /// <summary>Whether it has suspended placements with the home.</summary>
    public bool? PlacementsSuspended { get; init; }

    /// <summary>Whether safeguarding enquiries (Care Act section 42) that concern the provider are open.</summary>
    public bool? OpenEnquiries { get; init; }

    /// <summary>Whether its provider-failure process is under way.</summary>
    public bool? ProviderFailure { get; init; }

    /// <summary>The host's own reference, at most 60 characters, never a name; required with repliedOn.</summary>
    public string? Reference { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal RecordHostReply.Request Read() => new(
        RequestId,
        CareHome,
        WrittenDay.Of(ContactedOn),
        WrittenDay.Of(RepliedOn),
        Acknowledged,
        Concerns?.Read(),
        PlacementsSuspended ?? false,
        OpenEnquiries ?? false,
        ProviderFailure ?? false,
        Reference);
}
