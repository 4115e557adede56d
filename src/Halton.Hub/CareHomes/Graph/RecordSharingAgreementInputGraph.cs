using GraphQL;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>Asks to record an agreement to share information with a host authority. FHIR: Contract.</summary>
public sealed class RecordSharingAgreementInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>GSS code of the host authority, hub code system local-authority.</summary>
    public required string HostAuthority { get; init; }

    /// <summary>The council's own reference, at most 60 characters.</summary>
    public required string Reference { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day; absent while open-ended.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal RecordSharingAgreement.Request Read() => new(RequestId, HostAuthority, Reference, WrittenDay.Of(ValidFrom), WrittenDay.Of(ValidTo));
}
