namespace Halton.Hub.CareHomes.Validation;

/// <summary>Something that has to be done about a validation.</summary>
/// <param name="Id">The hub's id.</param>
/// <param name="Code">What: revalidate, renew, chase-host or review-override.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="RaisedAt">When it was raised.</param>
/// <param name="DueOn">The day by which it should be done.</param>
/// <param name="DoneAt">When it was done; null while open.</param>
public sealed record TaskState(Guid Id, string Code, string Reason, DateTimeOffset RaisedAt, DateOnly DueOn, DateTimeOffset? DoneAt);
