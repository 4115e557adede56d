namespace Halton.Hub.CareHomes.Validation;

/// <summary>Something that a council has to do about a validation. FHIR: Task.</summary>
public sealed class ValidationTask
{
    /// <summary>The hub's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The validation.</summary>
    public required Guid ValidationId { get; init; }

    /// <summary>What: revalidate, renew, chase-host or review-override.</summary>
    public required string Code { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was raised.</summary>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>The day by which it should be done.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>When it was done; null while open. At most one of a kind is open.</summary>
    public DateTimeOffset? DoneAt { get; set; }
}
