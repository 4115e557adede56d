using Halton.Hub.CareHomes.Homes;
using Halton.Hub.CareHomes.Validation.Checks;

namespace Halton.Hub.CareHomes.Validation;

/// <summary>A provider validation as lists and events tell it.</summary>
public sealed record ValidationState
{
    /// <summary>The hub's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Code of the placing council.</summary>
    public required string Council { get; init; }

    /// <summary>The hub's id of the home.</summary>
    public required Guid HomeId { get; init; }

    /// <summary>CQC location id.</summary>
    public required string LocationId { get; init; }

    /// <summary>The home's name.</summary>
    public required string HomeName { get; init; }

    /// <summary>GSS code of the host authority; null when it is not in the list.</summary>
    public string? HostAuthority { get; init; }

    /// <summary>A code of validation-decision.</summary>
    public required string Decision { get; init; }

    /// <summary>What must be kept to.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>When the decision last changed.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>Last day on which a valid decision holds.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Since when it must be looked at again.</summary>
    public DateTimeOffset? ReopenedAt { get; init; }

    /// <summary>What reopened it.</summary>
    public IReadOnlyList<string> ReopenedBy { get; init; } = [];

    /// <summary>The override; null without one.</summary>
    public ValidationOverride? Override { get; init; }

    /// <summary>When the checks were last run.</summary>
    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>Changes with every change.</summary>
    public required string Etag { get; init; }

    /// <summary>The twelve checks in order. The evidence of a host authority is told to the placing council only.</summary>
    public IReadOnlyList<CheckState> Checks { get; init; } = [];

    /// <summary>What has to be done, open first.</summary>
    public IReadOnlyList<TaskState> Tasks { get; init; } = [];

    /// <summary>A validation as it stands, with its checks.</summary>
    internal static ValidationState Of(ProviderValidation validation, CareHome home) => new()
    {
        Id = validation.Id,
        Council = validation.Council,
        HomeId = home.Id,
        LocationId = home.LocationId,
        HomeName = home.Name,
        HostAuthority = home.LocalAuthority,
        Decision = validation.Decision,
        Conditions = validation.Conditions,
        DecidedAt = validation.DecidedAt,
        ExpiresOn = validation.ExpiresOn,
        ReopenedAt = validation.ReopenedAt,
        ReopenedBy = validation.ReopenedBy,
        Override = validation.Overridden,
        CheckedAt = validation.CheckedAt,
        Etag = validation.Etag,
        Checks = [.. validation.Checks.OrderBy(c => c.Code, StringComparer.Ordinal).Select(c => new CheckState(c.Code, c.Outcome, c.Evidence, c.Source, c.EvidenceDate))],
        Tasks = [.. validation.Tasks.OrderBy(t => t.DoneAt is not null).ThenBy(t => t.DueOn).ThenBy(t => t.Id).Select(t => new TaskState(t.Id, t.Code, t.Reason, t.RaisedAt, t.DueOn, t.DoneAt))],
    };

    /// <summary>As an organisation may see it: what a host authority said is told to the placing council only.</summary>
    internal ValidationState SeenFrom(string organization) => organization == Council
        ? this
        : this with { Checks = [.. Checks.Select(c => TwelveChecks.OfHost.Contains(c.Code) ? c with { Evidence = "" } : c)] };
}
