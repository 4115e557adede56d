namespace Halton.Hub.Tests.Discharge.Model;

/// <summary>One call of the discharge service; two that are equal send the same request.</summary>
/// <param name="RequestId">The caller's id of the request.</param>
/// <param name="By">Who calls.</param>
/// <param name="Step">What is said.</param>
/// <param name="Etag">The etag that is sent; empty for none.</param>
/// <param name="Wrong">What is wrong with the step: future, role, code, or nothing.</param>
internal sealed record DoorCall(string RequestId, string By, StayStep Step, string Etag, string Wrong)
{
    /// <summary>A request id that is none.</summary>
    public const string NoId = "one";

    /// <summary>All that is wrong with the request by itself.</summary>
    public IEnumerable<StayRefusal> Faults() => new[]
    {
        RequestId == NoId ? new StayRefusal("NOT_A_UUID", "request_id") : null,
        Etag == "" && Step.What is ("assign" or "allocate" or "confirm" or "cancel") ? new StayRefusal("REQUIRED", "etag") : null,
        Fault(Step, Wrong),
    }.OfType<StayRefusal>();

    /// <summary>How a step is refused with something wrong in it; null where that cannot be wrong.</summary>
    public static StayRefusal? Fault(StayStep step, string wrong) => (wrong, step.What) switch
    {
        ("future", not "cancel") => new("IN_THE_FUTURE", StayModel.When(step)),
        ("role", "review") => new("REQUIRED", "reviewer_role"),
        ("role", "assign") => new("REQUIRED", "decided_by_role"),
        ("role", "allocate") => new("REQUIRED", "role"),
        ("role", "assess") => new("REQUIRED", "started_by_role"),
        ("role", "delay") => new("REQUIRED", "recorded_by_role"),
        ("code", "review") => new("CODE_UNKNOWN", "criteria[0]"),
        ("code", "assign") => new("CODE_UNKNOWN", "pathway"),
        ("code", "delay") => new("CODE_NOT_VALID_THEN", "reason"),
        ("code", "confirm") => new("CODE_UNKNOWN", "discharge_method"),
        ("code", "cancel") => new("CODE_UNKNOWN", "reason"),
        _ => null,
    };
}
