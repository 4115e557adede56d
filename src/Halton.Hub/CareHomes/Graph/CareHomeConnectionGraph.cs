using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>A page of homes, by name or the nearest first.</summary>
/// <param name="page">What the operation answered.</param>
/// <param name="words">Tells homes.</param>
public sealed class CareHomeConnectionGraph(CareHomePage page, CareHomeWordsGraph words)
    : Connection<CareHomeGraph>([.. page.Homes.Select(view => new Edge<CareHomeGraph>(words.Tell(view), () => page.Cursor(view)))], page.NextPageToken.Length > 0);
