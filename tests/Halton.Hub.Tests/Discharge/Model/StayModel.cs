using Halton.Hub.Discharge;

namespace Halton.Hub.Tests.Discharge.Model;

/// <summary>A stay in other words: everything that was taken is kept in a list, and every answer is looked up in it.</summary>
internal sealed class StayModel
{
    private readonly List<StayStep> taken = [];

    private bool Cancelled => taken.Exists(s => s.What == "cancel");

    private StayStep? Left => taken.Find(s => s.What == "confirm");

    private List<StayStep> Reviews => Of("review");

    private List<StayStep> Decisions => Of("assign");

    private DateTimeOffset? Referred => Decisions.Where(d => d.Yes).Select(d => (DateTimeOffset?)d.At).Min();

    private DateOnly? Ready
    {
        get
        {
            var last = Reviews.FindLastIndex(r => r.Yes);
            var since = last + 1 < Reviews.Count ? Reviews[last + 1] : null;
            return since is null || (Left is { } left && Day(left.At) == Day(StayStep.Admitted)) ? null : Day(since.At);
        }
    }

    /// <summary>The field of a step's request that says when.</summary>
    public static string When(StayStep step) => step.What switch
    {
        "review" => "reviewed_at",
        "assign" => "decided_at",
        "allocate" => "allocated_at",
        "assess" => "started_at",
        "delay" => "delayed_on",
        _ => "discharged_at",
    };

    /// <summary>Takes a step, or says why not.</summary>
    public StayRefusal? Do(StayStep step)
    {
        var refused = Refuses(step);
        if (refused is null)
        {
            taken.Add(step);
        }

        return refused;
    }

    /// <summary>Why it does not take a step; null when it does.</summary>
    public StayRefusal? Refuses(StayStep step) => step switch
    {
        _ when Cancelled || Left is not null => new("STAY_CLOSED"),
        { What: "cancel" } => null,
        { What: "delay" } when Day(step.At) < Day(StayStep.Admitted) => new("BEFORE_ADMISSION", When(step)),
        { What: "delay" } => Reviews.FindLast(r => Day(r.At) <= Day(step.At)) is { Yes: false } ? null : new("NOT_READY_THEN"),
        _ when step.At < StayStep.Admitted => new("BEFORE_ADMISSION", When(step)),
        { What: "review" } when Reviews.Exists(r => r.At == step.At) => new("REVIEW_ALREADY_RECORDED"),
        { What: "allocate" or "assess" } when Referred is null => new("NOT_REFERRED"),
        { What: "assess" } when taken.Exists(s => s.What == "assess") => new("ASSESSMENT_ALREADY_STARTED"),
        { What: "assess" } when step.At < Referred => new("BEFORE_REFERRAL", When(step)),
        { What: "confirm" } when Ready is { } ready && Day(step.At) < ready => new("DISCHARGED_BEFORE_READY", When(step)),
        { What: "confirm", Word: "1" } when Reviews is not [.., { Yes: false }] => new("STILL_MEETS_CRITERIA"),
        { What: "confirm", Word: "1" } when Decisions.Count == 0 => new("PATHWAY_NOT_ASSIGNED"),
        _ => null,
    };

    /// <summary>What follows from what it took.</summary>
    public StayTold Told()
    {
        var meets = Reviews is [.., var latest] ? latest.Yes : (bool?)null;
        var pathway = Decisions is [.., var decided] ? decided.Word : null;
        var state = Cancelled ? DischargeState.Cancelled
            : Left is not null ? DischargeState.Discharged
            : meets != false ? DischargeState.Admitted
            : pathway is null ? DischargeState.Ready : DischargeState.Planned;
        var named = Of("allocate");
        var delay = Of("delay") is [.., var said] && Ready is { } ready && Day(said.At) >= ready ? said : null;
        var (first, referred) = (named.Count > 0 ? named[0].At : (DateTimeOffset?)null, Referred);
        return new(
            state,
            meets,
            Ready,
            pathway,
            referred,
            referred?.AddHours(24),
            taken.Find(s => s.What == "assess")?.At,
            first,
            first?.AddDays(7),
            named.LastOrDefault()?.Word,
            delay is null ? null : Day(delay.At),
            delay?.Word,
            Left?.At);
    }

    /// <summary>What it took of a kind, in the order of the moments, and where these are the same in the order in which it was said.</summary>
    public List<StayStep> Of(string what) => [.. taken.Where(s => s.What == what).OrderBy(s => s.At)];

    /// <summary>The day in London.</summary>
    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById("Europe/London")).DateTime);
}
