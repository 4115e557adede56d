using System.Text.Json;
using System.Text.Json.Nodes;

namespace Halton.Hub.CareHomes.Cqc;

/// <summary>
/// What a location's document says beyond what the hub knows: plain values of the top level. Objects and lists are left, for they hold people's
/// names; so is a value whose own name hints at a person.
/// </summary>
internal static class CqcFurther
{
    private const int Most = 40;

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "locationId", "providerId", "name", "registrationStatus", "registrationDate", "deregistrationDate", "dormancy", "careHome", "numberOfBeds", "localAuthority",
        "postalAddressLine1", "postalAddressLine2", "postalAddressTownCity", "postalCode", "mainPhoneNumber", "website", "onspdLatitude", "onspdLongitude", "registeredManagerAbsentDate",
    };

    private static readonly string[] HintsAtAPerson = ["contact", "person", "manager", "individual", "email", "given", "family", "forename", "surname", "firstname", "lastname", "owner", "inspector"];

    /// <summary>Reads it; null when there is nothing.</summary>
    public static string? Of(JsonElement location)
    {
        var further = new JsonObject();
        foreach (var (name, value) in location.EnumerateObject().Where(Kept).Select(p => (p.Name, Value: Plain(p.Value))).Where(p => p.Value is not null).OrderBy(p => p.Name, StringComparer.Ordinal).Take(Most))
        {
            further[name] = value;
        }

        return further.Count == 0 ? null : further.ToJsonString();
    }

    /// <summary>Whether two say the same; the database keeps its own spelling of JSON.</summary>
    public static bool Same(string? one, string? other)
    {
        if (one is null || other is null)
        {
            return one == other;
        }

        using var first = JsonDocument.Parse(one);
        using var second = JsonDocument.Parse(other);
        return JsonElement.DeepEquals(first.RootElement, second.RootElement);
    }

    private static bool Kept(JsonProperty property) =>
        !Known.Contains(property.Name) && property.Name is { Length: > 0 and <= 60 } && property.Name.All(char.IsAsciiLetterOrDigit)
        && !HintsAtAPerson.Any(hint => property.Name.Contains(hint, StringComparison.OrdinalIgnoreCase));

    private static JsonValue? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when CqcJson.Text(value) is { } text => JsonValue.Create(text),
        JsonValueKind.True or JsonValueKind.False => JsonValue.Create(value.GetBoolean()),
        JsonValueKind.Number when value.TryGetDecimal(out var number) => JsonValue.Create(number),
        _ => null,
    };
}
