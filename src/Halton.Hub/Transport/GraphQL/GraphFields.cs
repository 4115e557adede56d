namespace Halton.Hub.Transport.GraphQL;

/// <summary>Names of fields: operations spell them <c>birth_date</c>, the schemas <c>birthDate</c>.</summary>
public static class GraphFields
{
    /// <summary>The name as the schemas spell it; the two of paging have names of their own.</summary>
    public static string Spell(string field) => field switch
    {
        "page_size" => "first",
        "page_token" => "after",
        _ => Join(field),
    };

    private static string Join(string field)
    {
        var words = field.Split('_');
        return words[0] + string.Concat(words.Skip(1).Select(word => word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
