using GraphQL;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>Asks to impose a sanction. FHIR: Flag.</summary>
public sealed class ImposeSanctionInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the home, or CQC location id.</summary>
    public required string CareHome { get; init; }

    /// <summary>Hub code system sanction-kind. FHIR: Flag.code.</summary>
    public required CodingInputGraph Kind { get; init; }

    /// <summary>Why, at most 500 characters, without a word about a person.</summary>
    public required string Reason { get; init; }

    /// <summary>First day, not in the future. FHIR: Flag.period.start.</summary>
    public required DateOnly From { get; init; }

    /// <summary>GSS code of the council that imposed it; absent means the caller's own area.</summary>
    public string? Authority { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal ImposeSanction.Request Read() => new(RequestId, CareHome, Kind.Read(), Reason, WrittenDay.Of(From), Authority);
}
