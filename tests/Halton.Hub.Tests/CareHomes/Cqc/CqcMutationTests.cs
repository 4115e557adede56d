using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Halton.Hub.CareHomes.Cqc;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Foundation;
using Xunit;

namespace Halton.Hub.Tests.CareHomes.Cqc;

/// <summary>Whatever happens to a document on its way, no home looks better for it, and what cannot be read is refused by name.</summary>
public sealed class CqcMutationTests
{
    private static readonly string[] Ratings = ["Outstanding", "Good", "Requires improvement", "Inadequate", "Inspected but not rated"];

    private static readonly string[] Values = ["null", "7", "-1e300", "1e9999", "true", "\"\"", "\"\\u0000\\u202e\"", "[]", "{}", "[[1]]", "[{}]", "\"2999-01-01\"", $"\"{new string('x', 500)}\""];
    private static readonly Gen<string> Rating = Gen.Int[0, Ratings.Length - 1].Select(i => Ratings[i]);
    private static readonly Gen<JsonNode?> Anything = Gen.Int[0, Values.Length - 1].Select(i => JsonNode.Parse(Values[i]));

    [Fact]
    public void A_document_with_parts_missing_or_replaced_never_reads_better() => Gen.Select(Rating, Gen.Select(Gen.Int[0, 10_000], Gen.Bool, Anything).Array[1, 6]).Sample(
        (rating, changes) =>
        {
            var document = Document(rating);
            foreach (var (at, remove, value) in changes)
            {
                var places = Places(document).ToList();
                if (places.Count > 0)
                {
                    Change(places[at % places.Count], remove, value);
                }
            }

            return NeverBetter(rating, Encoding.UTF8.GetBytes(document.ToJsonString()));
        },
        iter: 5_000);

    [Fact]
    public void A_document_with_bytes_cut_or_overwritten_never_reads_better() => Gen.Select(Rating, Gen.Int[0, 100_000], Gen.Select(Gen.Int[0, 100_000], Gen.Byte).Array[0, 8]).Sample(
        (rating, cut, bytes) =>
        {
            var json = Encoding.UTF8.GetBytes(Document(rating).ToJsonString());
            foreach (var (at, value) in bytes)
            {
                json[at % json.Length] = value;
            }

            return NeverBetter(rating, cut % 3 == 0 ? json[..(cut % json.Length)] : json);
        },
        iter: 5_000);

    [Fact]
    public void The_check_sees_a_rating_that_is_better()
    {
        var document = Document("Inadequate");
        document["currentRatings"] = CqcDocuments.Current("Good", "2031-01-01");
        Assert.False(NeverBetter("Inadequate", Encoding.UTF8.GetBytes(document.ToJsonString())));
        Assert.True(NeverBetter("Outstanding", Encoding.UTF8.GetBytes(document.ToJsonString())));
    }

    /// <summary>A document that says one rating in both shapes, beside older and better ones where they do not count.</summary>
    private static JsonObject Document(string rating)
    {
        var document = CqcDocuments.Location("1-1", rating);
        document["assessment"] = new JsonArray(CqcDocuments.Assessment("2024-06-01", [rating], [rating]));
        document["dormancy"] = "Y";
        return document;
    }

    private static bool NeverBetter(string rating, byte[] json)
    {
        CqcLocation said;
        try
        {
            said = CqcLocation.Read(json, "1-1");
        }
        catch (Fault fault) when (fault.Reason == "CQC_INVALID_DOCUMENT")
        {
            return true;
        }

        var home = TakeIn.New(Guid.Empty, CqcLocation.Read(Encoding.UTF8.GetBytes(Document(rating).ToJsonString())), _ => null, DateTimeOffset.UnixEpoch);
        TakeIn.Into(home, said, _ => null, DateTimeOffset.UnixEpoch);
        string[] read = [home.RatingOverall, home.RatingSafe, home.RatingEffective, home.RatingCaring, home.RatingResponsive, home.RatingWellLed];
        return home.Dormant && Array.TrueForAll(read, code => !CqcRatings.IsDowngrade(code, CqcRatings.Of(rating)));
    }

    private static IEnumerable<(JsonNode Parent, string? Name, int Index)> Places(JsonNode? node) => node switch
    {
        JsonObject parent => parent.SelectMany(member => Places(member.Value).Prepend((parent, member.Key, 0))),
        JsonArray parent => parent.SelectMany((item, index) => Places(item).Prepend((parent, null, index))),
        _ => [],
    };

    private static void Change((JsonNode Parent, string? Name, int Index) place, bool remove, JsonNode? value)
    {
        switch (place)
        {
            case (JsonObject parent, { } name, _) when remove:
                parent.Remove(name);
                break;
            case (JsonObject parent, { } name, _):
                parent[name] = value?.DeepClone();
                break;
            case (JsonArray parent, _, var index) when remove:
                parent.RemoveAt(index);
                break;
            case (JsonArray parent, _, var index):
                parent[index] = value?.DeepClone();
                break;
        }
    }
}
