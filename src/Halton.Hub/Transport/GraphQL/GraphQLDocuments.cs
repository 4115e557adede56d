using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using GraphQLParser;
using GraphQLParser.Exceptions;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.GraphQL.Guard;

namespace Halton.Hub.Transport.GraphQL;

/// <summary>
/// Documents, parsed and guarded once each and remembered by the SHA-256 of their text. A document is remembered only when it comes a
/// second time, and two halves take turns in being forgotten, so that a flood of different documents neither grows the memory nor drives
/// out for long what partners really use.
/// </summary>
internal sealed class GraphQLDocuments
{
    private const int Half = 500;
    private readonly Lock door = new();
    private ConcurrentDictionary<UInt128, ReadyDocument> young = new();
    private ConcurrentDictionary<UInt128, ReadyDocument> old = new();
    private readonly HashSet<UInt128> once = [];

    /// <summary>How many are remembered.</summary>
    public int Count => young.Count + old.Count;

    /// <summary>Parses and guards a document, or remembers that it was. Faults: GRAPHQL_PARSE_FAILED and the guard's.</summary>
    public ReadyDocument Take(string schema, string text)
    {
        var key = Key(schema, text);
        if (young.TryGetValue(key, out var document))
        {
            return document;
        }

        if (old.TryGetValue(key, out document))
        {
            Keep(key, document);
            return document;
        }

        document = Read(text);
        if (CameBefore(key))
        {
            Keep(key, document);
        }

        return document;
    }

    /// <summary>Parses and guards a document.</summary>
    public static ReadyDocument Read(string text)
    {
        try
        {
            DocumentGuard.Check(text.AsSpan());
            var ast = Parser.Parse(text, new ParserOptions { Ignore = IgnoreOptions.Comments, MaxDepth = Limits.ParserDepth });
            DocumentGuard.Check(ast);
            return new ReadyDocument(text, ast);
        }
        catch (GraphQLMaxDepthExceededException)
        {
            throw Refuse("TOO_DEEP", $"At most {Limits.ParserDepth} levels of nesting.");
        }
        catch (GraphQLSyntaxErrorException wrong)
        {
            throw new RequestRefused(GraphQLCodes.ParseFailed, 400, new Fault(FaultKind.Invalid, GraphQLCodes.ParseFailed, $"The document is no GraphQL: line {wrong.Location.Line}, column {wrong.Location.Column}."));
        }
        catch (Fault fault)
        {
            throw new RequestRefused(fault.Fields.Count > 0 ? GraphQLCodes.Of(fault.Kind) : GraphQLCodes.DocumentRefused, 400, fault);
        }
    }

    private static RequestRefused Refuse(string reason, string message) => new(GraphQLCodes.DocumentRefused, 400, new Fault(FaultKind.Invalid, reason, message));

    private bool CameBefore(UInt128 key)
    {
        lock (door)
        {
            if (once.Remove(key))
            {
                return true;
            }

            if (once.Count >= Half)
            {
                once.Clear();
            }

            once.Add(key);
            return false;
        }
    }

    private void Keep(UInt128 key, ReadyDocument document)
    {
        lock (door)
        {
            if (young.Count >= Half)
            {
                (old, young) = (young, new ConcurrentDictionary<UInt128, ReadyDocument>());
            }

            young[key] = document;
        }
    }

    private static UInt128 Key(string schema, string text) => BitConverter.ToUInt128(SHA256.HashData(Encoding.UTF8.GetBytes($"{schema}\n{text}")));
}
