using Halton.Hub.CareHomes.Homes;
using Halton.Hub.CareHomes.Validation;

namespace Halton.Hub.Tests.CareHomes.Validation;

/// <summary>Evidence under which every check passes, to be bent one way at a time.</summary>
internal static class Facts
{
    /// <summary>The moment that the evidence is of.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 26, 10, 0, 0, TimeSpan.Zero);

    /// <summary>Its day.</summary>
    public static readonly DateOnly Today = new(2026, 11, 26);

    /// <summary>A home that is good in every way, with nursing.</summary>
    public static CareHome Home(Action<CareHome>? change = null)
    {
        var home = new CareHome
        {
            Id = new Guid("00000000-0000-7000-8000-000000000001"),
            LocationId = "1-999100001",
            ProviderId = "1-999",
            Name = "Thistlequay House",
            IsCareHome = true,
            RegistrationStatus = "Registered",
            LocalAuthorityName = "Warrington",
            LocalAuthority = "E06000007",
            ServiceTypes = ["Care home service with nursing"],
            Specialisms = ["Dementia", "Learning disabilities", "Mental health conditions", "Physical disabilities"],
            Latitude = 53.39,
            Longitude = -2.60,
            RatingOverall = "good",
            RatingSafe = "good",
            RatingEffective = "good",
            RatingCaring = "outstanding",
            RatingResponsive = "good",
            RatingWellLed = "good",
            RatedOn = Today.AddMonths(-6),
            LastInspectionDate = Today.AddMonths(-7),
            SyncedAt = Now.AddHours(-2),
            ChangedAt = Now.AddDays(-20),
        };
        change?.Invoke(home);
        return home;
    }

    /// <summary>An answer of the host authority two months ago: told, acknowledged, no concerns.</summary>
    public static HostReply Reply(Guid? home = null, DateOnly? on = null, string concerns = "none", bool acknowledged = true, bool suspended = false, bool enquiries = false, bool failure = false, DateTimeOffset? recorded = null)
    {
        var day = on ?? Today.AddMonths(-2);
        return new()
        {
            Id = Guid.CreateVersion7(),
            HomeId = home ?? Home().Id,
            Council = "E06000006",
            ContactedOn = day.AddDays(-5),
            RepliedOn = day,
            Acknowledged = acknowledged,
            Concerns = concerns,
            PlacementsSuspended = suspended,
            OpenEnquiries = enquiries,
            ProviderFailure = failure,
            Reference = "QA-17",
            RecordedAt = recorded ?? new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero),
        };
    }

    /// <summary>A contact that was not answered.</summary>
    public static HostReply Contact(DateOnly on, bool acknowledged = false) => new()
    {
        Id = Guid.CreateVersion7(),
        HomeId = Home().Id,
        Council = "E06000006",
        ContactedOn = on,
        Acknowledged = acknowledged,
        Reference = "",
        RecordedAt = new DateTimeOffset(on.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero),
    };

    /// <summary>A contract with an insurance.</summary>
    public static Contract Contract(DateOnly? from = null, DateOnly? to = null, DateOnly? insured = null) => new()
    {
        Id = Guid.CreateVersion7(),
        HomeId = Home().Id,
        Council = "E06000006",
        Route = "flexible-purchasing-system",
        Reference = "FPS-1",
        ValidFrom = from ?? Today.AddYears(-1),
        ValidTo = to,
        InsuredUntil = insured,
        RecordedAt = Now.AddYears(-1),
    };

    /// <summary>An assessment.</summary>
    public static PammsAssessment Assessment(string overall) => new()
    {
        Id = Guid.CreateVersion7(),
        HomeId = Home().Id,
        Authority = "E06000007",
        RecordedBy = "E06000006",
        AssessedOn = Today.AddMonths(-4),
        Overall = overall,
        Domains = [],
        Standards = [],
        RecordedAt = Now.AddMonths(-4),
    };

    /// <summary>A sanction by another council.</summary>
    public static Sanction Sanction(string kind) => new()
    {
        Id = Guid.CreateVersion7(),
        HomeId = Home().Id,
        Authority = "E06000007",
        RecordedBy = "E06000007",
        Kind = kind,
        Reason = "Staffing",
        From = Today.AddDays(-1),
        RecordedAt = Now.AddDays(-1),
    };

    /// <summary>Everything in order.</summary>
    public static Evidence Good(Action<CareHome>? home = null) => new()
    {
        Home = Home(home),
        Placed = new PlacedThere(["dementia-nursing"], ["own-choice"], Today.AddMonths(5)),
        Contracts = [Contract(insured: Today.AddMonths(6))],
        Contact = Reply(),
        Reply = Reply(),
        Assessment = Assessment("good"),
        Decided = new CouncilPolicy { Council = "E06000006", Latitude = 53.347, Longitude = -2.732 },
        Now = Now,
    };
}
