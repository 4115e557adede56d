using CsCheck;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Discharge.Model;

/// <summary>One call of the discharge service as it is drawn, before there is a stay that it is about.</summary>
/// <param name="Step">What is said.</param>
/// <param name="By">Who says it: the trust, the council of the person, or a trust that does not know the stay.</param>
/// <param name="Etag">now, before or none.</param>
/// <param name="Wrong">What is wrong with the request: id, future, role, code, or nothing.</param>
/// <param name="Way">new; twice at once; again, as an earlier call was; or with the request id of an earlier call.</param>
/// <param name="Earlier">Which earlier call.</param>
internal sealed record DoorDraw(StayStep Step, string By, string Etag, string Wrong, string Way, int Earlier)
{
    private static Gen<DoorDraw> Any { get; } =
        from step in StayStep.Any
        from who in Gen.Frequency((20, "rww"), (4, "hbc"), (1, "rbn"))
        from etag in Gen.Frequency((20, "now"), (1, "before"), (2, "none"))
        from wrong in Gen.Frequency((40, ""), (1, "id"), (1, "future"), (1, "role"), (1, "code"))
        from way in Gen.Frequency((10, "new"), (2, "twice"), (3, "again"), (1, "reused"))
        from earlier in Gen.Int[0, 99]
        select new DoorDraw(step, who, etag, wrong, way, earlier);

    /// <summary>Draws a way, half of them in the order of the moments.</summary>
    public static Gen<DoorDraw[]> Ways { get; } =
        from draws in Any.Array[8, 16]
        from ordered in Gen.Bool
        select ordered ? [.. draws.OrderBy(draw => draw.Step.At)] : draws;

    /// <summary>The call that it is, where these were made before.</summary>
    /// <param name="before">The earlier calls.</param>
    /// <param name="version">How many changes the stay has seen.</param>
    public DoorCall Call(IReadOnlyList<DoorCall> before, int version)
    {
        var earlier = before.Count == 0 ? null : before[Earlier % before.Count];
        var id = Wrong == "id" ? DoorCall.NoId : Way == "reused" && earlier is not null ? earlier.RequestId : RequestId();
        return Way == "again" && earlier is not null
            ? earlier
            : new(id, By, Step, Etag switch { "now" => $"d{version}", "before" => $"d{version - 1}", _ => "" }, DoorCall.Fault(Step, Wrong) is null ? "" : Wrong);
    }
}
