namespace Halton.Hub.Tests.Discharge.Model;

/// <summary>The door to one stay in other words: who may say what, what a request needs, what a repeat is answered with, and then the stay itself.</summary>
internal sealed class DoorModel
{
    private readonly StayModel stay = new();
    private readonly List<(DoorCall Call, DoorAnswer Answer)> taken = [];

    /// <summary>How many changes the stay has seen.</summary>
    public int Version => taken.Count + 1;

    /// <summary>The etag of the stay.</summary>
    public string Etag => $"d{Version}";

    /// <summary>What follows from what it took.</summary>
    public StayTold Told => stay.Told();

    /// <summary>Everything that was said and taken, in order.</summary>
    public IEnumerable<string> History =>
    [
        .. stay.Of("review").Select(r => $"review {r.At:u} {r.Yes}"),
        .. stay.Of("assign").Select(d => $"assign {d.At:u} {d.Word} {d.Yes}"),
        .. taken.Select(t => t.Call).Where(c => c.Step.What == "allocate").OrderBy(c => c.Step.At).Select(c => $"allocate {c.Step.At:u} {(c.By == "hbc" ? "E06000006" : "RWW")} {c.Step.Word}"),
        .. stay.Of("delay").Select(d => $"delay {StayModel.Day(d.At):yyyy-MM-dd} {d.Word}"),
    ];

    /// <summary>Answers a call.</summary>
    public DoorAnswer Do(DoorCall call)
    {
        if (call is { By: "hbc", Step.What: "review" or "confirm" or "cancel" })
        {
            return DoorAnswer.No([new("KIND_NOT_ALLOWED")]);
        }

        if (call.Faults().ToList() is { Count: > 0 } faults)
        {
            return DoorAnswer.No(faults);
        }

        if (taken.Find(t => t.Call.RequestId == call.RequestId && t.Call.By == call.By) is { Call: { } first } repeated)
        {
            return first == call ? repeated.Answer : DoorAnswer.No([new("REQUEST_ID_REUSED")]);
        }

        if (Refuses(call) is { } refused)
        {
            return DoorAnswer.No([refused], refused.Reason == "ETAG_MISMATCH" ? Etag : "");
        }

        var warnings = Warnings(call.Step);
        stay.Do(call.Step);
        var answer = new DoorAnswer("", stay.Told(), $"d{Version + 1}", warnings);
        taken.Add((call, answer));
        return answer;
    }

    private StayRefusal? Refuses(DoorCall call) =>
        call.By == "rbn" ? new("DISCHARGE_NOT_FOUND")
        : call.Etag != "" && call.Etag != Etag ? new("ETAG_MISMATCH")
        : stay.Refuses(call.Step);

    private string Warnings(StayStep step) => (step, Told.Pathway) switch
    {
        ({ What: "assign", Word: "P0", Yes: true }, _) => "CARE_TRANSFER_HUB_NOT_EXPECTED",
        ({ What: "assign", Word: not "P0", Yes: false }, _) => "CARE_TRANSFER_HUB_EXPECTED",
        ({ What: "delay", Word: "CAP-home-recovery" }, not (null or "P1")) => "REASON_OF_ANOTHER_PATHWAY",
        ({ What: "delay", Word: "IP-care-home" }, not (null or "P3")) => "REASON_OF_ANOTHER_PATHWAY",
        ({ What: "confirm" }, "P2" or "P3") => "DESTINATION_DOES_NOT_FIT_PATHWAY",
        _ => "",
    };
}
