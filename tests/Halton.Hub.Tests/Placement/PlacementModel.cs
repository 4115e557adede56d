namespace Halton.Hub.Tests.Placement;

/// <summary>
/// The way to a placement as a pure model: three people, two homes, and what each command must come to. It knows nothing of databases, events
/// or doors.
/// </summary>
internal sealed class PlacementModel(int people, int homes, int beds)
{
    private readonly Person[] persons = [.. Enumerable.Range(0, people).Select(_ => new Person(homes))];
    private readonly int[] admitted = new int[homes];

    /// <summary>All commands that make sense of a person and a home now, by name.</summary>
    public IEnumerable<string> Sensible(int person, int home)
    {
        var (p, bed) = (persons[person], persons[person].Beds[home]);
        yield return "assess";
        yield return p.Ready ? "unwell" : "well";
        if (p.Version == 0)
        {
            yield break;
        }

        yield return "reassess";
        yield return "reserve";
        if (bed.Held)
        {
            yield return "release";
            yield return "offer";
        }

        foreach (var name in bed.Offer switch { "offered" => new[] { "accept", "decline", "dispute", "withdraw" }, "accepted" => ["withdraw", "confirm"], _ => [] })
        {
            yield return name;
        }
    }

    /// <summary>Carries a command out; answers "ok" or the name of the refusal.</summary>
    public string Do(string command, int person, int home)
    {
        var (p, bed) = (persons[person], persons[person].Beds[home]);
        switch (command)
        {
            case "assess":
                return p.Closed ? "STAY_CLOSED" : p.Version > 0 ? "ALREADY_ASSESSED" : Done(() => p.Version = 1);
            case "reassess":
                return p.Closed ? "STAY_CLOSED" : Done(() =>
                {
                    p.Version++;
                    p.Disputed = false;
                    p.Undo(_ => true);
                });
            case "unwell" or "well":
                return p.Closed ? "STAY_CLOSED" : Done(() =>
                {
                    p.Ready = command == "well";
                    p.Undo(_ => !p.Ready);
                });
            case "reserve":
                return p.Disputed ? "ASSESSMENT_DISPUTED" : p.Closed ? "STAY_CLOSED" : Free(home) == 0 ? "NO_BED_AVAILABLE" : bed.Held ? "BED_ALREADY_HELD" : Done(() => bed.Held = true);
            case "release":
                return Done(() => bed.LetGo("withdrawn"));
            case "offer":
                return p.Closed ? "STAY_CLOSED"
                    : !p.Ready ? "STILL_MEETS_CRITERIA"
                    : p.Disputed ? "ASSESSMENT_DISPUTED"
                    : p.Beds.Any(b => b.Offer is "accepted" or "completed") ? "ACCEPTED_ELSEWHERE"
                    : bed.Offer == "offered" ? "ALREADY_OFFERED"
                    : Done(() => bed.Offer = "offered");
            case "accept":
                return Done(() =>
                {
                    bed.Offer = "accepted";
                    p.Undo(b => b != bed && b.Offer == "offered");
                });
            case "decline":
                return Done(() => bed.LetGo("declined"));
            case "withdraw":
                return Done(() => bed.LetGo("withdrawn"));
            case "dispute":
                return Done(() =>
                {
                    (bed.Offer, p.Disputed) = ("disputed", true);
                    p.Undo(b => b != bed);
                });
            case "confirm":
                return Done(() =>
                {
                    (bed.Offer, bed.Held, p.Closed) = ("completed", false, true);
                    admitted[home]++;
                });
            default:
                throw new ArgumentOutOfRangeException(nameof(command), command, null);
        }
    }

    /// <summary>Beds of a home that can be had.</summary>
    public int Free(int home) => beds - admitted[home] - persons.Count(p => p.Beds[home].Held);

    /// <summary>The latest offer of a person to a home: its state, or empty.</summary>
    public string Offer(int person, int home) => persons[person].Beds[home].Offer;

    /// <summary>The version of a person's assessment, and whether it is disputed.</summary>
    public (int Version, bool Disputed) Assessment(int person) => (persons[person].Version, persons[person].Disputed);

    /// <summary>Whether the person has left hospital.</summary>
    public bool Closed(int person) => persons[person].Closed;

    private static string Done(Action change)
    {
        change();
        return "ok";
    }

    private sealed class Person(int homes)
    {
        public bool Ready { get; set; } = true;

        public bool Closed { get; set; }

        public int Version { get; set; }

        public bool Disputed { get; set; }

        public Bed[] Beds { get; } = [.. Enumerable.Range(0, homes).Select(_ => new Bed())];

        /// <summary>Withdraws what stands, and lets the beds go.</summary>
        public void Undo(Func<Bed, bool> which)
        {
            foreach (var bed in Beds.Where(b => b.Offer is "offered" or "accepted").Where(which).ToList())
            {
                bed.LetGo("withdrawn");
            }
        }
    }

    private sealed class Bed
    {
        public bool Held { get; set; }

        public string Offer { get; set; } = "";

        public void LetGo(string ending) => (Held, Offer) = (false, Offer is "offered" or "accepted" ? ending : Offer);
    }
}
