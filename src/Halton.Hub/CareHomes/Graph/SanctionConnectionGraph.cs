using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>A page of sanctions, newest first.</summary>
/// <param name="page">What the operation answered.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class SanctionConnectionGraph(SanctionPage page, CareHomeWordsGraph words)
    : Connection<SanctionGraph>([.. page.Sanctions.Select(state => new Edge<SanctionGraph>(new(state, words), () => page.Cursor(state)))], page.NextPageToken.Length > 0);
