using System.Text.Json;
using Halton.Hub.CareHomes.Homes;

namespace Halton.Hub.CareHomes.Cqc;

/// <summary>The one place where a document of CQC's becomes a home. It asks nothing and saves nothing.</summary>
internal static class TakeIn
{
    /// <summary>CQC's word for a registration that stands; the other words are "Deregistered", and the hub's own "Removed".</summary>
    private const string Registered = "Registered";

    /// <summary>A home that the hub did not know.</summary>
    public static CareHome New(Guid id, CqcLocation said, Func<string?, string?> localAuthority, DateTimeOffset at)
    {
        var home = new CareHome
        {
            Id = id,
            LocationId = said.LocationId,
            ProviderId = said.ProviderId,
            Name = said.Name,
            IsCareHome = said.IsCareHome,
            RegistrationStatus = Registered,
            LocalAuthorityName = "",
            SyncedAt = at,
            ChangedAt = at,
        };
        Copy(home, said, localAuthority);
        return home;
    }

    /// <summary>A home that the hub knows; its version moves only when something changed.</summary>
    public static HomeTaken Into(CareHome home, CqcLocation said, Func<string?, string?> localAuthority, DateTimeOffset at) => Change(home, at, () => Copy(home, said, localAuthority));

    /// <summary>A home that CQC no longer knows. What it said last stays as it is.</summary>
    public static HomeTaken Gone(CareHome home, DateTimeOffset at) => Change(home, at, () => home.RegistrationStatus = "Removed");

    private static HomeTaken Change(CareHome home, DateTimeOffset at, Action change)
    {
        var (before, ratings, dormant, status, successors) = (Aspects(home), Ratings(home), home.Dormant, home.RegistrationStatus, Successors(home));
        change();
        var changed = Aspects(home).Zip(before).Where(pair => pair.First != pair.Second).Select(pair => pair.First.Name).ToList();
        home.SyncedAt = at;
        if (changed.Count > 0)
        {
            (home.ChangedAt, home.Version) = (at, home.Version + 1);
        }

        var reasons = new List<string>();
        Because("rating-downgrade", ratings.Zip(Ratings(home)).Any(pair => CqcRatings.IsDowngrade(pair.First, pair.Second)));
        Because("dormancy", home.Dormant && !dormant);
        Because("deregistration", home.RegistrationStatus != Registered && status == Registered);
        Because("successor-registration", Successors(home).Except(successors).Any());
        return new HomeTaken(changed, reasons);

        void Because(string why, bool holds) => reasons.AddRange(holds ? [why] : []);
    }

    private static void Copy(CareHome home, CqcLocation said, Func<string?, string?> localAuthority)
    {
        (home.ProviderId, home.Name, home.IsCareHome) = (said.ProviderId, said.Name, said.IsCareHome);
        home.RegistrationStatus = said.Registered ? Registered : "Deregistered";
        (home.RegistrationDate, home.DeregistrationDate, home.Dormant) = (said.RegistrationDate, said.DeregistrationDate, said.Dormant ?? home.Dormant);
        (home.ServiceTypes, home.Specialisms, home.RegulatedActivities) = ([.. said.ServiceTypes], [.. said.Specialisms], [.. said.RegulatedActivities]);
        (home.NumberOfBeds, home.LocalAuthority, home.LocalAuthorityName) = (said.NumberOfBeds, localAuthority(said.LocalAuthority), said.LocalAuthority ?? "");
        (home.AddressLines, home.City, home.PostalCode, home.Phone, home.Website) = ([.. said.AddressLines], said.City, said.PostalCode, said.Phone, said.Website);
        (home.Latitude, home.Longitude) = (said.Latitude, said.Longitude);
        (home.RatingOverall, home.RatingSafe, home.RatingEffective) = (said.Ratings.Overall, said.Ratings.Safe, said.Ratings.Effective);
        (home.RatingCaring, home.RatingResponsive, home.RatingWellLed) = (said.Ratings.Caring, said.Ratings.Responsive, said.Ratings.WellLed);
        (home.RatedOn, home.LastInspectionDate, home.RegisteredManagerAbsentDate) = (said.Ratings.On, said.LastInspectionDate, said.RegisteredManagerAbsentDate);
        home.Further = CqcFurther.Same(home.Further, said.Further) ? home.Further : said.Further;
        home.Successions.RemoveAll(old => !said.Relationships.Contains(new CqcRelationship(old.RelatedLocationId, old.Kind)));
        home.Successions.AddRange(said.Relationships
            .Where(other => !home.Successions.Exists(old => old.RelatedLocationId == other.LocationId && old.Kind == other.Kind))
            .Select(other => new Succession { HomeId = home.Id, RelatedLocationId = other.LocationId, Kind = other.Kind }));
    }

    /// <summary>What a home is, under the words that tell of a change.</summary>
    private static (string Name, string Value)[] Aspects(CareHome home) =>
    [
        Aspect("registration", home.RegistrationStatus, home.RegistrationDate, home.DeregistrationDate),
        Aspect("dormancy", home.Dormant),
        Aspect("rating", [.. Ratings(home), home.RatedOn]),
        Aspect("service-types", home.IsCareHome, home.ServiceTypes, home.Specialisms, home.RegulatedActivities),
        Aspect("successor", home.Successions.Select(other => $"{other.Kind} {other.RelatedLocationId}").Order(StringComparer.Ordinal)),
        Aspect(
            "details", home.ProviderId, home.Name, home.NumberOfBeds, home.LocalAuthority, home.LocalAuthorityName, home.AddressLines, home.City, home.PostalCode, home.Phone,
            home.Website, home.Latitude, home.Longitude, home.LastInspectionDate, home.RegisteredManagerAbsentDate, home.Further),
    ];

    private static (string Name, string Value) Aspect(string name, params object?[] values) => (name, JsonSerializer.Serialize(values));

    private static string[] Ratings(CareHome home) =>
        [home.RatingOverall, home.RatingSafe, home.RatingEffective, home.RatingCaring, home.RatingResponsive, home.RatingWellLed];

    private static HashSet<string> Successors(CareHome home) => [.. home.Successions.Where(other => other.Kind == "successor").Select(other => other.RelatedLocationId)];
}
