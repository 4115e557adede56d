namespace Halton.Hub.Transport.GraphQL.Guard;

/// <summary>How large a document may be. Far above what partners need, far below what hurts their neighbours.</summary>
public static class Limits
{
    /// <summary>Largest request, in bytes.</summary>
    public const int RequestBytes = 16 * 1024;

    /// <summary>How deep the parser follows nesting of any kind.</summary>
    public const int ParserDepth = 64;

    /// <summary>Largest page.</summary>
    public const int LargestFirst = 100;

    /// <summary>Page of a connection that does not say.</summary>
    public const int AssumedFirst = 20;

    /// <summary>Length of a list that cannot be paged.</summary>
    public const int AssumedList = 5;

    /// <summary>Length of such a list when its members have the same list again, so that a document could follow it down and down.</summary>
    public const int AssumedListOfItsKind = 12;

    /// <summary>A list that says itself how long it is taken to be does so by this name: <c>[Metadata(Limits.LengthOfList, 450)]</c>.</summary>
    public const string LengthOfList = "length";

    /// <summary>Digits in a row, anywhere: the engine takes the square of their number in time to read them.</summary>
    public static readonly Limit Digits = new("TOO_MANY_DIGITS", 100, "digits in a row");

    /// <summary>Operations and fragments.</summary>
    public static readonly Limit Definitions = new("TOO_MANY_DEFINITIONS", 30, "operations and fragments");

    /// <summary>Selections as written.</summary>
    public static readonly Limit Selections = new("TOO_MANY_SELECTIONS", 400, "selections");

    /// <summary>Aliases beside one another.</summary>
    public static readonly Limit Aliases = new("TOO_MANY_ALIASES", 20, "aliases in one selection set");

    /// <summary>Root fields of one operation, through fragments.</summary>
    public static readonly Limit RootFields = new("TOO_MANY_ROOT_FIELDS", 20, "root fields in one operation");

    /// <summary>Directives on one node.</summary>
    public static readonly Limit Directives = new("TOO_MANY_DIRECTIVES", 5, "directives in one place");

    /// <summary>Directives of a whole document.</summary>
    public static readonly Limit AllDirectives = new("TOO_MANY_DIRECTIVES", 100, "directives in one document");

    /// <summary>Arguments of one field or directive; variables of one operation.</summary>
    public static readonly Limit Arguments = new("TOO_MANY_ARGUMENTS", 50, "arguments or variables in one place");

    /// <summary>Fields once all fragments are in place.</summary>
    public static readonly Limit Fields = new("TOO_MANY_FIELDS", 1_000, "fields with all fragments in place");

    /// <summary>Fields below one another.</summary>
    public static readonly Limit Depth = new("TOO_DEEP", 12, "fields below one another");

    /// <summary>Fields below one another in an operation that asks for the schema only, where the usual tools need more.</summary>
    public static readonly Limit IntrospectionDepth = new("TOO_DEEP", 20, "fields below one another");

    /// <summary>Fields of the answer in the worst case.</summary>
    public static readonly Limit Cost = new("QUERY_TOO_COSTLY", 20_000, "fields in the answer (each counted as often as the pages and lists around it are long)");
}
