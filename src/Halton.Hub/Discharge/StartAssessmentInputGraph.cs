using GraphQL;

namespace Halton.Hub.Discharge;

/// <summary>Asks to record that the assessment of needs began. FHIR: Task.</summary>
public sealed class StartAssessmentInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the discharge, a UUID.</summary>
    [Id]
    public required string DischargeId { get; init; }

    /// <summary>When, not in the future and not before the ward's referral. FHIR: Task.executionPeriod.start.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Role of who began, at most 60 characters, never a name. FHIR: Task.owner role.</summary>
    public required string StartedByRole { get; init; }

    /// <summary>Optional here, since a start happens once; when given, a stale one is refused.</summary>
    public string? Etag { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal StartAssessment.Request Read() => new(RequestId, DischargeId, StartedAt.ToUniversalTime(), StartedByRole, Etag);
}
