using GraphQL;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Referrals.Graph;

/// <summary>Asks to name a team.</summary>
public sealed class AllocateTeamInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the referral, a UUID.</summary>
    [Id]
    public required string ReferralId { get; init; }

    /// <summary>CSDS team type, hub code system csds-team-type.</summary>
    public required CodingInputGraph TeamType { get; init; }

    /// <summary>Who goes, hub code system care-discipline, from 1 to 6. FHIR: Task.performerType.</summary>
    public required IReadOnlyList<CodingInputGraph> Disciplines { get; init; }

    /// <summary>Role of who allocates, at most 60 characters, never a name.</summary>
    public required string AllocatedByRole { get; init; }

    /// <summary>The etag last seen.</summary>
    public required string Etag { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal AllocateTeam.Request Read() => new(RequestId, ReferralId, TeamType.Read(), [.. Disciplines.Select(code => code.Read())], AllocatedByRole, Etag);
}
