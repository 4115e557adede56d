using System.Text;
using System.Text.Json.Nodes;
using Halton.Hub.CareHomes.Cqc;
using Xunit;

namespace Halton.Hub.Tests.CareHomes.Cqc;

/// <summary>Which rating a location has when CQC says it in two shapes.</summary>
public sealed class CqcRatingRuleTests
{
    private const string Older = "2024-01-01";
    private const string Newer = "2025-01-01";

    [Fact]
    public void The_older_shape_alone_counts() => Assert.Equal(("good", "good", new DateOnly(2024, 1, 1)), Rated(CqcDocuments.Current("Good", Older)));

    [Fact]
    public void The_newer_shape_alone_counts() => Assert.Equal(("inadequate", "inadequate", new DateOnly(2025, 1, 1)), Rated(null, CqcDocuments.Assessment(Newer, ["Inadequate"])));

    [Theory]
    [InlineData(Older, "Good", Newer, "Inadequate", "inadequate")]
    [InlineData(Newer, "Good", Older, "Inadequate", "good")]
    [InlineData(Older, "Inadequate", Newer, "Good", "good")]
    [InlineData(Older, "Good", Newer, "", "unknown")]
    [InlineData(Older, "Good", Newer, "No published rating", "not-rated")]
    [InlineData(Older, "Good", Older, "Good", "good")]
    [InlineData(Older, "Good", Older, "Inadequate", "unknown")]
    [InlineData(null, "Good", Newer, "Inadequate", "unknown")]
    [InlineData(Older, "Good", null, "Outstanding", "unknown")]
    [InlineData(null, "Good", null, "Outstanding", "unknown")]
    [InlineData(null, "Good", null, "Good", "good")]
    [InlineData("soon", "Good", Newer, "Requires improvement", "unknown")]
    public void What_was_published_last_counts_and_nothing_does_where_that_cannot_be_told(string? currentOn, string current, string? assessedOn, string assessed, string overall)
    {
        var rated = Rated(CqcDocuments.Current(current, currentOn), CqcDocuments.Assessment(assessedOn, [assessed]));
        Assert.Equal((overall, overall), (rated.Overall, rated.WellLed));
    }

    [Fact]
    public void The_latest_of_several_assessments_counts() =>
        Assert.Equal("requires-improvement", Rated(null, CqcDocuments.Assessment(Newer, ["Requires improvement"]), CqcDocuments.Assessment(Older, ["Outstanding"])).Overall);

    [Theory]
    [InlineData(new[] { "Good", "Requires improvement" }, "requires-improvement")]
    [InlineData(new[] { "Good", "Inspected but not rated" }, "not-rated")]
    [InlineData(new[] { "Inspected but not rated", "Inadequate" }, "inadequate")]
    [InlineData(new[] { "Outstanding", "" }, "unknown")]
    public void A_location_rated_by_its_groups_of_services_stands_as_the_worst_of_them(string[] groups, string overall) =>
        Assert.Equal(overall, Rated(null, CqcDocuments.Assessment(Newer, groups: groups)).Overall);

    [Fact]
    public void An_assessment_that_rates_nothing_yet_leaves_what_was_said_before() =>
        Assert.Equal("good", Rated(CqcDocuments.Current("Good", Older), CqcDocuments.Assessment(Newer)).Overall);

    [Fact]
    public void A_question_that_the_last_report_leaves_out_is_unknown()
    {
        var current = CqcDocuments.Current("Good", Older);
        current["overall"]!["keyQuestionRatings"]!.AsArray().RemoveAt(1);
        Assert.Equal(("good", "unknown"), Rated(current) is var rated ? (rated.Overall, rated.WellLed) : default);
    }

    [Fact]
    public void Nothing_said_is_nothing_known() => Assert.Equal(("unknown", "unknown", null), Rated(null));

    private static (string Overall, string WellLed, DateOnly? On) Rated(JsonObject? current, params JsonNode[] assessments)
    {
        var document = CqcDocuments.Location("1-1");
        document["currentRatings"] = current;
        document["assessment"] = new JsonArray(assessments);
        var ratings = CqcLocation.Read(Encoding.UTF8.GetBytes(document.ToJsonString())).Ratings;
        return (ratings.Overall, ratings.WellLed, ratings.On);
    }
}
