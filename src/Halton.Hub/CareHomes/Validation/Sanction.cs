using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Validation;

/// <summary>What a council has imposed on a home. FHIR: Flag.</summary>
public sealed class Sanction
{
    /// <summary>The kind that lets nobody in.</summary>
    public const string StopsAdmissions = "admissions-suspended";

    /// <summary>The hub's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The home.</summary>
    public required Guid HomeId { get; init; }

    /// <summary>GSS code of the council that imposed it, as it was recorded.</summary>
    public required string Authority { get; init; }

    /// <summary>Code of the organisation whose program recorded it, and which alone may lift it.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>A code of sanction-kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Why, at most 500 characters, without a word about a person.</summary>
    public required string Reason { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Day on which it was lifted; null while it holds.</summary>
    public DateOnly? LiftedOn { get; set; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Counts the changes.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Tells one version from another.</summary>
    public string Etag => $"s{Version}";

    /// <summary>Lifts it. Faults: SANCTION_LIFTED, LIFTED_BEFORE_IMPOSED.</summary>
    internal void Lift(DateOnly on)
    {
        if (LiftedOn is not null)
        {
            throw CareHomeFaults.SanctionLifted();
        }

        if (on < From)
        {
            throw Fault.Invalid("lifted_on", "LIFTED_BEFORE_IMPOSED", "The day is before the sanction's first.");
        }

        LiftedOn = on;
        Version++;
    }
}
