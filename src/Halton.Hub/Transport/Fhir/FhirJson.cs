using System.Collections.Frozen;
using System.Text.Json;
using Halton.Hub.Foundation;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Utility;

namespace Halton.Hub.Transport.Fhir;

/// <summary>
/// Writes resources as FHIR JSON, and reads what comes from outside: strictly, and with the rules that the parser leaves out
/// (<see cref="FhirRules"/>).
/// </summary>
public static class FhirJson
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/fhir+json";

    /// <summary>The longest text that is read, in bytes.</summary>
    public const int Longest = 1024 * 1024;

    /// <summary>How many faults are told of one text.</summary>
    public const int MostTold = 50;

    private const int Deepest = 48;
    private const int MostNodes = 100_000;

    private static readonly FrozenSet<string> Names = ModelInfo.ModelInspector.ClassMappings.SelectMany(of => of.PropertyMappings.Select(p => p.Name).Append(of.Name)).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FhirJsonSerializer Serializer = new();
    private static readonly FhirJsonDeserializer Strict = new(new DeserializerSettings().UsingMode(DeserializationMode.Strict));

    /// <summary>Writes it.</summary>
    public static string Write(Resource resource) => Serializer.SerializeToString(resource);

    /// <summary>Writes it for people to read.</summary>
    public static string Pretty(Resource resource) => Serializer.SerializeToString(resource, pretty: true).ReplaceLineEndings("\n");

    /// <summary>
    /// Reads a resource of any R4 type. Each fault names the element: what the parser calls wrong under its own code, an invariant under its
    /// key, a reference to a resource that cannot stand there as REFERENCE_TARGET.
    /// </summary>
    public static Resource Read(ReadOnlyMemory<byte> text)
    {
        DemandJson(text.Span);
        var reader = new Utf8JsonReader(text.Span, new JsonReaderOptions { MaxDepth = Deepest });
        Resource? resource;
        IEnumerable<CodedException> issues;
        try
        {
            reader.Read();
            Strict.TryDeserializeResource(ref reader, out resource, out issues);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or ArgumentException or OverflowException or NullReferenceException)
        {
            throw Fault.Invalid("", "NOT_FHIR", "The text cannot be read as a FHIR resource.");
        }

        var found = issues.Take(MostTold).Select(Told).ToList();
        if (found.Count > 0 || resource is null)
        {
            throw Fault.Invalid(found.Count > 0 ? found : [new FieldFault("", "NOT_FHIR", "The text cannot be read as a FHIR resource.")]);
        }

        var check = new FieldChecks();
        FhirRules.Check(resource, check);
        check.Settle();
        return resource;
    }

    // Before anything is built: is it JSON at all, not too deep, not too much, and is no name said twice, of which a parser would keep one?
    private static void DemandJson(ReadOnlySpan<byte> text)
    {
        if (text.Length > Longest)
        {
            throw Fault.Invalid("", "TOO_LONG", $"At most {Longest} bytes are taken.");
        }

        var (names, nodes) = (new Stack<HashSet<string>?>(), 0);
        try
        {
            var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = Deepest });
            while (reader.Read())
            {
                if (++nodes > MostNodes)
                {
                    throw Fault.Invalid("", "TOO_MANY", $"At most {MostNodes} elements are taken.");
                }

                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject:
                        names.Push(new HashSet<string>(StringComparer.Ordinal));
                        break;
                    case JsonTokenType.StartArray:
                        names.Push(null);
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        names.Pop();
                        break;
                    case JsonTokenType.PropertyName when !names.Peek()!.Add(reader.GetString()!):
                        throw Fault.Invalid("", "SAID_TWICE", "A name stands twice in one object.");
                    default:
                        break;
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw Fault.Invalid("", "NOT_JSON", $"The text is no JSON, or nested deeper than {Deepest}.");
        }
    }

    // The parser's own words, and the names it did not know, can carry a person's data: only its code and the place are told.
    private static FieldFault Told(CodedException issue) =>
        new(Place((issue as ExtendedCodedException)?.InstancePath ?? ""), issue.ErrorCode, $"FHIR R4 does not allow it ({issue.ErrorCode}).");

    private static string Place(string path) => string.Join('.', path.Split('.').Select(part => Names.Contains(part.Split('[')[0]) ? part : "?"));
}
