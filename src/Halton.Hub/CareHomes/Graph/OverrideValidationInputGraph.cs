using GraphQL;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>Asks to override the checks on the word of a named senior officer.</summary>
public sealed class OverrideValidationInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the home, or CQC location id.</summary>
    public required string CareHome { get; init; }

    /// <summary>Name of the senior officer who answers for it, at most 100 characters.</summary>
    public required string Authoriser { get; init; }

    /// <summary>The officer's role, at most 60 characters.</summary>
    public required string Role { get; init; }

    /// <summary>Why, 20 to 1,000 characters, without a word about a person.</summary>
    public required string Reason { get; init; }

    /// <summary>What must be kept to, at most 10 of at most 200 characters.</summary>
    public IReadOnlyList<string>? Conditions { get; init; }

    /// <summary>Last day, at most 6 months ahead.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>The validation's etag last seen.</summary>
    public required string Etag { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal OverrideValidation.Request Read() => new(RequestId, CareHome, Authoriser, Role, Reason, Conditions ?? [], WrittenDay.Of(Until), Etag);
}
