namespace Halton.Hub.CareHomes.Validation;

/// <summary>What of a validation is worth telling when it changes. That the same was found on a later day is not.</summary>
internal sealed record ValidationShape
{
    /// <summary>When the checks were last run; never, for one that is new.</summary>
    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>The decision, its conditions and its last day.</summary>
    public required (string Decision, string Conditions, DateOnly? ExpiresOn) Decided { get; init; }

    /// <summary>Since when it must be looked at again.</summary>
    public required DateTimeOffset? ReopenedAt { get; init; }

    /// <summary>When an override was given.</summary>
    public required DateTimeOffset? OverriddenAt { get; init; }

    /// <summary>What is to be done.</summary>
    public required HashSet<Guid> OpenTasks { get; init; }

    /// <summary>What the checks found.</summary>
    public required string Checks { get; init; }

    /// <summary>What else it rests on.</summary>
    public required string Known { get; init; }

    /// <summary>Takes it.</summary>
    public static ValidationShape Of(ProviderValidation validation) => new()
    {
        CheckedAt = validation.CheckedAt,
        Decided = (validation.Decision, string.Join('\n', validation.Conditions), validation.ExpiresOn),
        ReopenedAt = validation.ReopenedAt,
        OverriddenAt = validation.OverriddenAt,
        OpenTasks = [.. validation.Tasks.Where(t => t.DoneAt is null).Select(t => t.Id)],
        Checks = string.Join('\n', validation.Checks.OrderBy(c => c.Code, StringComparer.Ordinal).Select(c => $"{c.Code} {c.Outcome} {c.Evidence}")),
        Known = string.Join(' ', [.. validation.KnownSanctions.Select(s => s.ToString()), .. validation.BedTypesInUse, .. validation.AreaReasons, $"{validation.NextReviewDue}"]),
    };

    /// <summary>Whether nothing has changed.</summary>
    public bool Same(ValidationShape before) =>
        Decided == before.Decided && ReopenedAt == before.ReopenedAt && OverriddenAt == before.OverriddenAt && OpenTasks.SetEquals(before.OpenTasks) && Checks == before.Checks && Known == before.Known;

    /// <summary>The kinds of event that tell of what changed, in the order in which it happened.</summary>
    public IEnumerable<string> Since(ValidationShape before)
    {
        if (ReopenedAt is not null && ReopenedAt != before.ReopenedAt)
        {
            yield return CareHomeEvents.Reopened;
        }

        if (OverriddenAt is not null && OverriddenAt != before.OverriddenAt)
        {
            yield return CareHomeEvents.Overridden;
        }

        if (Decided != before.Decided || before.CheckedAt == default)
        {
            yield return CareHomeEvents.Decided;
        }

        if (!OpenTasks.IsSubsetOf(before.OpenTasks))
        {
            yield return CareHomeEvents.TaskRaised;
        }
    }
}
