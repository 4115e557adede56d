using Halton.Hub.CareHomes.Validation;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>Something that has to be done about a validation. FHIR: Task.</summary>
/// <param name="task">The task.</param>
public sealed class ValidationTaskGraph(TaskState task)
{
    /// <summary>The hub's id, a UUID.</summary>
    public Guid TaskId => task.Id;

    /// <summary>What: revalidate, renew, chase-host or review-override. FHIR: Task.code.</summary>
    public string Code => task.Code;

    /// <summary>Why, in words. FHIR: Task.reasonCode.</summary>
    public string Reason => task.Reason;

    /// <summary>When it was raised. FHIR: Task.authoredOn.</summary>
    public DateTimeOffset RaisedAt => task.RaisedAt;

    /// <summary>The day by which it should be done. FHIR: Task.restriction.period.</summary>
    public DateOnly DueOn => task.DueOn;

    /// <summary>When it was done; absent while open.</summary>
    public DateTimeOffset? DoneAt => task.DoneAt;
}
