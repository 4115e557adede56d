using Halton.Hub.CareHomes.Homes;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.CareHomes.Validation.Checks;
using Xunit;
using static Halton.Hub.Tests.CareHomes.Validation.Facts;

namespace Halton.Hub.Tests.CareHomes.Validation;

/// <summary>Each of the twelve checks, and every outcome that it can come to.</summary>
public sealed class ValidationCheckTests
{
    private static readonly (string Check, string Case, string Outcome, Evidence Known)[] Cases =
    [
        ("01", "registered, a care home, fresh", "pass", Good()),
        ("01", "deregistered", "block", Good(h => h.RegistrationStatus = "Deregistered")),
        ("01", "no longer known to CQC", "block", Good(h => h.RegistrationStatus = "Removed")),
        ("01", "dormant", "block", Good(h => h.Dormant = true)),
        ("01", "another service", "block", Good() with { Home = NoCareHome() }),
        ("01", "said exactly a day ago", "pass", Good(h => h.SyncedAt = Now.AddHours(-24))),
        ("01", "said more than a day ago", "pending", Good(h => h.SyncedAt = Now.AddHours(-24).AddSeconds(-1))),
        ("01", "said long ago, and dormant then", "block", Good(h => (h.SyncedAt, h.Dormant) = (Now.AddDays(-9), true))),
        ("01", "the council is content with a week", "pass", Good(h => h.SyncedAt = Now.AddDays(-5)) with { Decided = new CouncilPolicy { Council = "X", CqcFreshHours = 168 } }),

        ("02", "nursing and dementia covered", "pass", Good()),
        ("02", "nursing in use, home without", "block", Good(h => h.ServiceTypes = ["Care home service without nursing"])),
        ("02", "nursing declared, home without", "block", Good(h => (h.ServiceTypes, _) = ((List<string>)["Care home service without nursing"], Declare(h, "general-nursing"))) with { Placed = PlacedThere.Nobody }),
        ("02", "no service type named", "pending", Good(h => h.ServiceTypes = [])),
        ("02", "dementia not named", "warn", Good(h => h.Specialisms = ["Caring for adults over 65 yrs"])),
        ("02", "learning disabilities not named", "warn", Needs("ld-residential", h => h.Specialisms = ["Dementia"])),
        ("02", "mental health not named", "warn", Needs("mh-residential", h => h.Specialisms = ["Dementia"])),
        ("02", "physical disabilities not named", "warn", Needs("ypd", h => h.Specialisms = ["Dementia"])),
        ("02", "general residential needs nothing special", "pass", Needs("general-residential", h => (h.Specialisms, h.ServiceTypes) = ([], ["Care home service without nursing"]))),
        ("02", "nothing declared, nobody placed", "info", Good() with { Placed = PlacedThere.Nobody }),
        ("02", "a kind declared with no beds", "info", Good(h => Declare(h, "general-nursing", 0)) with { Placed = PlacedThere.Nobody }),

        ("03", "good throughout", "pass", Good()),
        ("03", "inadequate", "block", Good(h => h.RatingOverall = "inadequate")),
        ("03", "one question inadequate", "block", Good(h => h.RatingSafe = "inadequate")),
        ("03", "requires improvement", "review", Good(h => h.RatingOverall = "requires-improvement")),
        ("03", "one question requires improvement", "review", Good(h => h.RatingWellLed = "requires-improvement")),
        ("03", "not rated", "warn", Good(h => h.RatingOverall = "not-rated")),
        ("03", "insufficient evidence", "warn", Good(h => h.RatingCaring = "insufficient-evidence")),
        ("03", "unknown", "warn", Good(h => h.RatingOverall = CqcRatings.Unknown)),
        ("03", "unknown, and another inadequate", "block", Good(h => (h.RatingOverall, h.RatingSafe) = (CqcRatings.Unknown, "inadequate"))),
        ("03", "inspected 36 months ago to the day", "pass", Good(h => h.LastInspectionDate = Today.AddMonths(-36))),
        ("03", "inspected longer ago", "warn", Good(h => h.LastInspectionDate = Today.AddMonths(-36).AddDays(-1))),
        ("03", "no inspection known", "warn", Good(h => h.LastInspectionDate = null)),

        ("04", "managed", "pass", Good()),
        ("04", "no registered manager", "warn", Good(h => h.RegisteredManagerAbsentDate = Today.AddDays(-40))),
        ("04", "deregistration noted", "warn", Good(h => h.DeregistrationDate = Today.AddDays(20))),
        ("04", "a later registration", "warn", Good(h => Relate(h, "successor"))),
        ("04", "an earlier registration", "pass", Good(h => Relate(h, "predecessor"))),

        ("05", "no concerns", "pass", Good()),
        ("05", "never asked", "pending", Good() with { Contact = null, Reply = null }),
        ("05", "asked, not answered", "pending", Good() with { Contact = Contact(Today.AddDays(-3)), Reply = null }),
        ("05", "asked again, the old answer stands", "pass", Good() with { Contact = Contact(Today.AddDays(-3)) }),
        ("05", "suspended", "block", Good() with { Reply = Reply(suspended: true) }),
        ("05", "admissions suspended by another council", "block", Good() with { Sanctions = [Sanction("admissions-suspended")] }),
        ("05", "suspended, and never asked", "block", Good() with { Contact = null, Reply = null, Sanctions = [Sanction("admissions-suspended")] }),
        ("05", "admissions restricted", "review", Good() with { Sanctions = [Sanction("admissions-restricted")] }),
        ("05", "watched more closely", "review", Good() with { Sanctions = [Sanction("enhanced-monitoring")] }),
        ("05", "some concerns", "review", Good() with { Reply = Reply(concerns: "some") }),
        ("05", "answered twelve months ago to the day", "pass", Good() with { Reply = Reply(on: Today.AddMonths(-12)) }),
        ("05", "answered longer ago", "pending", Good() with { Reply = Reply(on: Today.AddMonths(-12).AddDays(-1)) }),

        ("06", "good", "pass", Good()),
        ("06", "excellent", "pass", Good() with { Assessment = Assessment("excellent") }),
        ("06", "poor", "block", Good() with { Assessment = Assessment("poor") }),
        ("06", "requires improvement", "review", Good() with { Assessment = Assessment("requires-improvement") }),
        ("06", "no rating", "warn", Good() with { Assessment = Assessment("not-assessed") }),
        ("06", "none", "info", Good() with { Assessment = null }),

        ("07", "nothing", "pass", Good()),
        ("07", "not answered", "pending", Good() with { Reply = null }),
        ("07", "enquiries open", "warn", Good() with { Reply = Reply(enquiries: true) }),
        ("07", "organisational safeguarding", "block", Good() with { Reply = Reply(concerns: "organisational-safeguarding") }),
        ("07", "provider failure", "block", Good() with { Reply = Reply(failure: true) }),

        ("08", "a contract", "pass", Good()),
        ("08", "none", "pending", Good() with { Contracts = [] }),
        ("08", "one that ends today", "pass", Good() with { Contracts = [Contract(to: Today)] }),
        ("08", "one that ended yesterday", "pending", Good() with { Contracts = [Contract(to: Today.AddDays(-1))] }),
        ("08", "one that begins tomorrow", "pending", Good() with { Contracts = [Contract(from: Today.AddDays(1))] }),

        ("09", "insured", "pass", Good()),
        ("09", "insured until today", "pass", Good() with { Contracts = [Contract(insured: Today)] }),
        ("09", "lapsed", "pending", Good() with { Contracts = [Contract(insured: Today.AddDays(-1))] }),
        ("09", "not shown", "pending", Good() with { Contracts = [Contract()] }),
        ("09", "no contract", "pending", Good() with { Contracts = [] }),
        ("09", "shown with two, the last day counts", "pass", Good() with { Contracts = [Contract(insured: Today.AddDays(-1)), Contract(insured: Today.AddDays(9))] }),

        ("10", "acknowledged", "pass", Good()),
        ("10", "acknowledged, not answered", "pass", Good() with { Contact = Contact(Today.AddDays(-3), acknowledged: true), Reply = null }),
        ("10", "told, not acknowledged", "pending", Good() with { Contact = Contact(Today.AddDays(-3)), Reply = null }),
        ("10", "not told", "pending", Good() with { Contact = null, Reply = null }),

        ("11", "near", "info", Good()),
        ("11", "nobody knows where the middle is", "info", Good() with { Decided = null }),

        ("12", "nothing soon", "pass", Good()),
        ("12", "expires in 30 days", "warn", Good() with { Reply = Reply(on: Today.AddDays(30).AddMonths(-12)) }),
        ("12", "expires in 31 days", "pass", Good() with { Reply = Reply(on: Today.AddDays(31).AddMonths(-12)) }),
        ("12", "a review in 30 days", "warn", Good() with { Placed = new PlacedThere(["general-residential"], [], Today.AddDays(30)) }),
        ("12", "a review overdue", "warn", Good() with { Placed = new PlacedThere(["general-residential"], [], Today.AddDays(-3)) }),
        ("12", "nothing yet", "info", Good() with { Reply = null, Placed = PlacedThere.Nobody }),
    ];

    public static TheoryData<int, string, string, string> Rows() => new(Cases.Select((c, i) => (i, c.Check, c.Case, c.Outcome)));

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_check_comes_to(int at, string check, string what, string outcome)
    {
        var found = TwelveChecks.Run(Cases[at].Known)[check];
        Assert.True(outcome == found.Outcome.Code(), $"{check} {what}: {found.Outcome} {found.Evidence}");
        Assert.NotEmpty(found.Evidence);
        Assert.Contains(found.Source, (string[])["cqc", "host-authority", "pamms", "council", "provider", "hub"]);
        Assert.Equal(outcome is "warn" or "review", found.Conditions.Count > 0 && found.Outcome is CheckOutcome.Warn or CheckOutcome.Review);
    }

    [Fact]
    public void Every_check_is_tried_and_every_outcome_of_the_code_list_is_seen()
    {
        Assert.Equal(TwelveChecks.All.Select(c => c.Code), Cases.Select(c => c.Check).Distinct());
        Assert.Equal(["block", "info", "pass", "pending", "review", "warn"], Cases.Select(c => c.Outcome).Distinct().Order());
    }

    [Fact]
    public void What_the_host_said_is_in_no_condition()
    {
        var found = TwelveChecks.Run(Good() with { Reply = Reply(concerns: "some", enquiries: true) });
        Assert.Equal(["Agree each placement with the host authority.", "Ask the host authority how things stand before each placement."], found.Values.SelectMany(f => f.Conditions));
    }

    [Fact]
    public void Distance_is_told_in_bands_with_the_reasons()
    {
        Assert.Matches(@"^\d\.\d miles from the borough's middle, within 10 miles\. Reasons: own choice\.$", TwelveChecks.Run(Good())["11"].Evidence);
        Assert.EndsWith("beyond 10 miles. Reasons: own choice.", TwelveChecks.Run(Good(h => (h.Latitude, h.Longitude) = (51.5, -0.1)))["11"].Evidence, StringComparison.Ordinal);
        Assert.Equal("The distance is not known.", TwelveChecks.Run(Good() with { Decided = null, Placed = PlacedThere.Nobody })["11"].Evidence);
        // London to Edinburgh along the globe.
        Assert.InRange(Miles.Between(51.5074, -0.1278, 55.9533, -3.1883), 330, 334);
    }

    private static CareHome NoCareHome()
    {
        var home = Home();
        home.IsCareHome = false;
        return home;
    }

    private static Evidence Needs(string bedType, Action<CareHome> home) => Good(home) with { Placed = new PlacedThere([bedType], ["own-choice"], Today.AddMonths(5)) };

    private static bool Declare(CareHome home, string bedType, int maximum = 4)
    {
        home.Beds.Add(new DeclaredBeds { HomeId = home.Id, BedType = bedType, Maximum = maximum });
        return true;
    }

    private static void Relate(CareHome home, string kind) => home.Successions.Add(new Succession { HomeId = home.Id, RelatedLocationId = "1-999100002", Kind = kind });
}
