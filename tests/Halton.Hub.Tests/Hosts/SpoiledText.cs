using System.Text.Json.Nodes;

namespace Halton.Hub.Tests.Hosts;

/// <summary>JSON that was right: something dropped, doubled, retyped, made huge or deep, cut off, or with a byte that is none.</summary>
internal static class SpoiledText
{
    private static readonly string[] Odd = ["null", "[]", "{}", "\"\"", "\" \"", "0", "-1", "true", "[null]", "\"\\u0000\"", "\"2026-02-30\"", "\"#\"", "\"urn:uuid:x\"", "[[]]", "{\"extension\":[]}"];

    public static string Of(string text, Random random)
    {
        // Now and then the text itself, cut or with a byte that is none.
        if (random.Next(20) == 0)
        {
            return random.Next(2) == 0 ? text[..random.Next(text.Length)] : text.Insert(random.Next(text.Length), "\u0001");
        }

        var root = JsonNode.Parse(text)!;
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            Spoil(Any(root, random), random);
        }

        return root.ToJsonString();
    }

    private static JsonNode Any(JsonNode root, Random random)
    {
        var all = Below(root).ToList();
        return all[random.Next(all.Count)];
    }

    private static IEnumerable<JsonNode> Below(JsonNode node) => node switch
    {
        JsonObject of => of.Where(p => p.Value is not null).SelectMany(p => Below(p.Value!)).Prepend(node),
        JsonArray of => of.OfType<JsonNode>().SelectMany(Below).Prepend(node),
        _ => [node],
    };

    private static void Spoil(JsonNode node, Random random)
    {
        var odd = JsonNode.Parse(Odd[random.Next(Odd.Length)]);
        switch (random.Next(7), node.Parent)
        {
            case (0, JsonObject of):
                of.Remove(node.GetPropertyName());
                break;
            case (1, JsonArray of):
                of.Add(node.DeepClone());
                break;
            case (2, JsonObject of):
                of[node.GetPropertyName()] = new JsonArray(node.DeepClone(), node.DeepClone());
                break;
            case (3, JsonObject of):
                of[node.GetPropertyName() + (random.Next(2) == 0 ? "X" : "Boolean")] = odd;
                break;
            case (4, JsonObject of):
                of[node.GetPropertyName()] = new string('9', 1 << random.Next(18));
                break;
            case (5, JsonObject of):
                var deep = node.DeepClone();
                for (var depth = random.Next(60); depth > 0; depth--)
                {
                    deep = new JsonObject { ["extension"] = new JsonArray(new JsonObject { ["url"] = "https://one-halton.example/x", ["extension"] = new JsonArray(deep) }) };
                }

                of[node.GetPropertyName()] = deep;
                break;
            case (_, JsonObject of):
                of[node.GetPropertyName()] = odd;
                break;
            case (_, JsonArray of):
                of[node.GetElementIndex()] = odd;
                break;
            default:
                break;
        }
    }
}
