namespace Halton.Hub.Discharge;

/// <summary>Why a person who was ready was still in hospital on a day, kept in the history; the latest record of a day counts. FHIR: Flag.</summary>
public sealed class Delay
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The stay.</summary>
    public required Guid StayId { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly DelayedOn { get; init; }

    /// <summary>Hub code system delay-reason, a code that was valid on that day.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Role of who recorded.</summary>
    public required string RecordedByRole { get; init; }

    /// <summary>What else is to say.</summary>
    public string? Note { get; init; }
}
