using System.Text.Json.Nodes;

namespace Halton.Hub.Tests.CareHomes.Cqc;

/// <summary>Invented documents in the shape of CQC's syndication API.</summary>
internal static class CqcDocuments
{
    /// <summary>The name of somebody whom CQC lists and the hub must not keep.</summary>
    public const string Contact = "Zzyzxquill";

    /// <summary>A care home in Halton, with everything that CQC says of one, the names of people among it.</summary>
    public static JsonObject Location(string id, string rating = "Good") => new()
    {
        ["locationId"] = id,
        ["providerId"] = "1-998100001",
        ["organisationType"] = "Location",
        ["type"] = "Social Care Org",
        ["name"] = "Marlpit Grange",
        ["brandId"] = "BD9900",
        ["registrationStatus"] = "Registered",
        ["registrationDate"] = "2012-04-01",
        ["dormancy"] = "N",
        ["careHome"] = "Y",
        ["numberOfBeds"] = 40,
        ["onspdLatitude"] = 53.33,
        ["onspdLongitude"] = -2.69,
        ["postalAddressLine1"] = "1 Invented Street",
        ["postalAddressTownCity"] = "Runcorn",
        ["postalCode"] = "WA7 2ZZ",
        ["mainPhoneNumber"] = "01632960900",
        ["localAuthority"] = "Halton",
        ["lastInspection"] = new JsonObject { ["date"] = "2024-05-01" },
        ["relationships"] = new JsonArray(),
        ["regulatedActivities"] = new JsonArray(new JsonObject
        {
            ["name"] = "Accommodation for persons who require nursing or personal care",
            ["code"] = "RA2",
            ["contacts"] = new JsonArray(new JsonObject { ["personTitle"] = "Mrs", ["personGivenName"] = Contact, ["personFamilyName"] = Contact, ["personRoles"] = new JsonArray("Registered Manager") }),
        }),
        ["gacServiceTypes"] = new JsonArray(new JsonObject { ["name"] = "Residential homes", ["description"] = "Care home service without nursing" }),
        ["specialisms"] = new JsonArray(new JsonObject { ["name"] = "Dementia" }, new JsonObject { ["name"] = "Caring for adults over 65 yrs" }),
        ["currentRatings"] = Current(rating, "2024-06-01"),
        ["historicRatings"] = new JsonArray(new JsonObject { ["reportDate"] = "2030-01-01", ["overall"] = Overall("Outstanding", "2030-01-01") }),
    };

    /// <summary>What CQC says of the provider of all of them.</summary>
    public static JsonObject Provider(string id = "1-998100001") => new()
    {
        ["providerId"] = id,
        ["name"] = "Marlpit Care Limited",
        ["ownershipType"] = "Organisation",
        ["registrationStatus"] = "Registered",
        ["companiesHouseNumber"] = "09990001",
        ["regulatedActivities"] = new JsonArray(new JsonObject { ["nominatedIndividual"] = new JsonObject { ["personGivenName"] = Contact, ["personFamilyName"] = Contact } }),
    };

    /// <summary>Ratings in the older shape.</summary>
    public static JsonObject Current(string rating, string? on) => new() { ["overall"] = Overall(rating, on) };

    /// <summary>Ratings of the single assessment framework: of the location as a whole, or of its groups of services.</summary>
    public static JsonObject Assessment(string? on, string[]? whole = null, string[]? groups = null) => new()
    {
        ["assessmentPlanPublishedDateTime"] = on is null ? null : $"{on} 00:00:00",
        ["ratings"] = new JsonObject { ["overall"] = List(whole), ["asgRatings"] = List(groups) },
    };

    /// <summary>That another registration is of the same home.</summary>
    public static JsonObject Related(string id, string type) => new() { ["relatedLocationId"] = id, ["type"] = type, ["reason"] = "Legal entity change" };

    private static JsonArray List(string[]? ratings) => [.. (ratings ?? []).Select(rating => Overall(rating, null))];

    private static JsonObject Overall(string rating, string? on) => new()
    {
        ["rating"] = rating,
        ["reportDate"] = on,
        ["keyQuestionRatings"] = new JsonArray([.. new[] { "Safe", "Well-led", "Caring", "Responsive", "Effective" }.Select(question => new JsonObject { ["name"] = question, ["rating"] = rating })]),
    };
}
