using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Halton.Hub.Transport.Http;

/// <summary>What partners build against, exactly as this build has it: GraphQL schemas, example operations and protos.</summary>
internal static class PublishedFiles
{
    private const string Prefix = "published/";

    /// <summary>Their addresses, such as <c>/schema/care.graphql</c>.</summary>
    public static IReadOnlyList<string> Addresses { get; } =
        [.. EmbeddedFile.Names.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[(Prefix.Length - 1)..]).Order(StringComparer.Ordinal)];

    /// <summary>Maps each by its own name, so that no other name leads anywhere.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var address in Addresses)
        {
            var file = EmbeddedFile.Read(Prefix + address[1..]);
            routes.MapGet(address, http => file.Answer(http, "text/plain; charset=utf-8"));
        }
    }
}
