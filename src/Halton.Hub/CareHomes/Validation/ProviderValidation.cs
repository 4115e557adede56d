using System.Globalization;
using Halton.Hub.CareHomes.Validation.Checks;
using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Validation;

/// <summary>
/// Whether a council may place people in a home outside its borough: the twelve checks with their evidence, and the decision that follows
/// from them. Everything is derived from the evidence, from what reopened it and from the override; nothing is set by hand. FHIR:
/// VerificationResult.
/// </summary>
public sealed class ProviderValidation
{
    /// <summary>The hub's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Code of the placing council.</summary>
    public required string Council { get; init; }

    /// <summary>The home.</summary>
    public required Guid HomeId { get; init; }

    /// <summary>A code of validation-decision; derived.</summary>
    public string Decision { get; private set; } = Decisions.Pending;

    /// <summary>What must be kept to while it is valid with conditions, or stands by an override.</summary>
    public List<string> Conditions { get; private set; } = [];

    /// <summary>When the decision last changed.</summary>
    public DateTimeOffset DecidedAt { get; private set; }

    /// <summary>Last day on which a valid decision holds.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>Since when it must be looked at again; null while nothing has happened since the last evidence.</summary>
    public DateTimeOffset? ReopenedAt { get; private set; }

    /// <summary>What reopened it: rating-downgrade, dormancy, deregistration, sanction, successor-registration.</summary>
    public List<string> ReopenedBy { get; private set; } = [];

    /// <summary>Whether people could be placed when it was reopened: then it must be validated again before they may.</summary>
    public bool WasValid { get; private set; }

    /// <summary>The sanctions that have been taken into account: one that is not among them reopens it.</summary>
    public List<Guid> KnownSanctions { get; private set; } = [];

    /// <summary>The kinds of bed that the council's standing placements there use, codes of bed-type.</summary>
    public List<string> BedTypesInUse { get; private set; } = [];

    /// <summary>Why people are placed there, codes of out-of-area-reason.</summary>
    public List<string> AreaReasons { get; private set; } = [];

    /// <summary>The first day on which a review of a placement there is due; null without placements.</summary>
    public DateOnly? NextReviewDue { get; private set; }

    /// <summary>Name of the senior officer who overrode the checks; null without an override.</summary>
    public string? OverrideAuthoriser { get; private set; }

    /// <summary>The officer's role.</summary>
    public string? OverrideRole { get; private set; }

    /// <summary>Why the officer overrode the checks.</summary>
    public string? OverrideReason { get; private set; }

    /// <summary>When the override was given.</summary>
    public DateTimeOffset? OverriddenAt { get; private set; }

    /// <summary>Last day of the override: an earlier one than it was given for when something has reopened the validation since.</summary>
    public DateOnly? OverrideUntil { get; private set; }

    /// <summary>When the checks were last run.</summary>
    public DateTimeOffset CheckedAt { get; private set; }

    /// <summary>Counts the changes.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>The twelve checks.</summary>
    public List<ValidationCheck> Checks { get; init; } = [];

    /// <summary>What somebody has to do about it.</summary>
    public List<ValidationTask> Tasks { get; init; } = [];

    /// <summary>Changes with every change.</summary>
    public string Etag => string.Create(CultureInfo.InvariantCulture, $"v{Version}");

    /// <summary>The override, as long as somebody has to know of it: it may have ended.</summary>
    public ValidationOverride? Overridden => OverriddenAt is { } at ? new(OverrideAuthoriser!, OverrideRole!, OverrideReason!, at, OverrideUntil!.Value) : null;

    /// <summary>Whether people may be placed.</summary>
    public bool LetsPlace => Decisions.LetsPlace(Decision);

    /// <summary>Whether the council may place on a day: until the validation expires, or as long as an override holds.</summary>
    public bool LetsPlaceOn(DateOnly day) => LetsPlace && (ExpiresOn >= day || OverrideHolds(day));

    /// <summary>What is known of the council's placements there.</summary>
    internal PlacedThere Placed
    {
        get => new(BedTypesInUse, AreaReasons, NextReviewDue);
        set => (BedTypesInUse, AreaReasons, NextReviewDue) = ([.. value.BedTypes], [.. value.Reasons], value.NextReviewDue);
    }

    /// <summary>
    /// Runs the checks and decides anew. What has happened since the last look reopens it: what the caller knows of, a sanction that it does
    /// not know, and that CQC no longer has a home open in which people could be placed. An override does not outlive a reopening.
    /// </summary>
    /// <param name="known">The evidence.</param>
    /// <param name="why">What the caller knows to have happened; null for nothing.</param>
    internal void Look(Evidence known, string? why)
    {
        foreach (var reason in why is null ? Happened(known) : Happened(known).Prepend(why).Distinct().ToList())
        {
            Reopen(reason, known.Now);
        }

        Decide(TwelveChecks.Run(known), known);
    }

    /// <summary>
    /// Overrides the checks, which must have been run. Faults: CANNOT_BE_OVERRIDDEN (deregistration and dormancy stand above any officer),
    /// NOTHING_TO_OVERRIDE (people may be placed without it). An override that still holds can be given anew.
    /// </summary>
    internal void Override(ValidationOverride given, IReadOnlyList<string> conditions)
    {
        if (Checks.Any(c => c.Code == TwelveChecks.Registration && c.Outcome == CheckOutcome.Block.Code()))
        {
            throw CareHomeFaults.CannotBeOverridden();
        }

        if (LetsPlace && !OverrideHolds(LondonTime.Day(given.GivenAt)))
        {
            throw CareHomeFaults.NothingToOverride();
        }

        (OverrideAuthoriser, OverrideRole, OverrideReason, OverriddenAt, OverrideUntil) = (given.Authoriser, given.Role, given.Reason, given.GivenAt, given.Until);
        Conditions = [string.Create(CultureInfo.InvariantCulture, $"Placing rests on an override until {given.Until:yyyy-MM-dd}."), .. conditions];
    }

    /// <summary>Whether an override lets people be placed on a day.</summary>
    internal bool OverrideHolds(DateOnly day) => OverrideUntil >= day;

    /// <summary>Counts a change.</summary>
    internal void Changed() => Version++;

    private List<string> Happened(Evidence known)
    {
        var happened = new List<string>();
        if (CheckedAt != default && known.Sanctions.Any(s => !KnownSanctions.Contains(s.Id)))
        {
            happened.Add(ReopeningReasons.Sanction);
        }

        if (LetsPlace && !known.Home.IsOpen)
        {
            happened.Add(known.Home is { RegistrationStatus: "Registered", IsCareHome: true } ? ReopeningReasons.Dormancy : ReopeningReasons.Deregistration);
        }

        return happened;
    }

    private void Reopen(string why, DateTimeOffset now)
    {
        var day = LondonTime.Day(now);
        WasValid |= LetsPlace || ExpiresOn >= day;
        OverrideUntil = OverrideHolds(day) ? day.AddDays(-1) : OverrideUntil;
        ReopenedAt = now;
        ReopenedBy = [.. ReopenedBy.Union([why])];
    }

    private void Decide(IReadOnlyDictionary<string, Finding> findings, Evidence known)
    {
        Settle(known.Reply);
        Take(findings);
        KnownSanctions = [.. known.Sanctions.Select(s => s.Id).Order()];
        var byChecks = ByChecks([.. findings.Values], known);
        if (Decisions.LetsPlace(byChecks))
        {
            (OverrideAuthoriser, OverrideRole, OverrideReason, OverriddenAt, OverrideUntil) = (null, null, null, null, null);
        }

        var byOverride = OverrideHolds(known.Today) && findings[TwelveChecks.Registration].Outcome != CheckOutcome.Block;
        var decision = byOverride ? Decisions.ValidWithConditions : byChecks;
        Conditions = byOverride ? Conditions : decision == Decisions.ValidWithConditions ? [.. findings.Values.SelectMany(f => f.Conditions).Distinct()] : [];
        DecidedAt = decision == Decision && DecidedAt != default ? DecidedAt : known.Now;
        (Decision, CheckedAt) = (decision, known.Now);
        foreach (var (code, reason, due) in ValidationDuties.Of(this, known))
        {
            Task(code, reason, due, known.Now);
        }
    }

    private string ByChecks(List<Finding> findings, Evidence known)
    {
        var blocked = findings.Exists(f => f.Outcome == CheckOutcome.Block);
        var whole = ReopenedAt is null && !findings.Exists(f => f.Outcome == CheckOutcome.Pending);
        ExpiresOn = ExpiresOn is not null || (whole && !blocked) ? known.Expiry : null;
        return blocked ? Decisions.Blocked
            : ReopenedAt is not null && WasValid ? Decisions.ReValidationRequired
            : ExpiresOn < known.Today ? Decisions.Expired
            : !whole ? Decisions.Pending
            : findings.Exists(f => f.Outcome is CheckOutcome.Warn or CheckOutcome.Review) ? Decisions.ValidWithConditions
            : Decisions.Valid;
    }

    /// <summary>An answer that the host authority gave, and the council recorded, after the reopening is fresh evidence.</summary>
    private void Settle(HostReply? reply)
    {
        if (ReopenedAt is { } at && reply?.RepliedOn >= LondonTime.Day(at) && reply.RecordedAt > at)
        {
            (ReopenedAt, ReopenedBy, WasValid) = (null, [], false);
        }
    }

    private void Take(IReadOnlyDictionary<string, Finding> findings)
    {
        foreach (var (code, found) in findings)
        {
            if (Checks.Find(c => c.Code == code) is { } check)
            {
                (check.Outcome, check.Evidence, check.Source, check.EvidenceDate) = (found.Outcome.Code(), found.Evidence, found.Source, found.EvidenceDate);
            }
            else
            {
                Checks.Add(new ValidationCheck { ValidationId = Id, Code = code, Outcome = found.Outcome.Code(), Evidence = found.Evidence, Source = found.Source, EvidenceDate = found.EvidenceDate });
            }
        }
    }

    private void Task(string code, string? reason, DateOnly due, DateTimeOffset now)
    {
        var open = Tasks.Find(t => t.Code == code && t.DoneAt is null);
        if (reason is null && open is not null)
        {
            open.DoneAt = now;
        }
        else if (reason is not null && open is null)
        {
            Tasks.Add(new ValidationTask { Id = Guid.CreateVersion7(now), ValidationId = Id, Code = code, Reason = reason, RaisedAt = now, DueOn = due });
        }
    }
}
