using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL;
using GraphQL.SystemTextJson;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.GraphQL.Guard;

namespace Halton.Hub.Transport.GraphQL;

/// <summary>How answers are written and variables read.</summary>
internal static class GraphQLJson
{
    private static readonly GraphQLSerializer Serializer = new(options => options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, new GraphQLErrors());

    /// <summary>Writes a result, or any of the protocols' messages.</summary>
    public static async Task<byte[]> Write<T>(T value, CancellationToken ct)
    {
        using var memory = new MemoryStream();
        await Serializer.WriteAsync(memory, value, ct);
        return memory.ToArray();
    }

    /// <summary>Reads variables; a text that no computer can hold is refused.</summary>
    public static Inputs Variables(JsonElement variables)
    {
        try
        {
            if (variables.ValueKind == JsonValueKind.Undefined)
            {
                return Inputs.Empty;
            }

            DocumentGuard.Check(variables.GetRawText());
            return Serializer.ReadNode<Inputs>(variables) ?? Inputs.Empty;
        }
        catch (Fault fault)
        {
            throw new RequestRefused(GraphQLCodes.DocumentRefused, 400, fault);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw RequestRefused.NotFormed("MEMBER_INVALID", "variables hold a value that cannot be read.");
        }
    }
}
