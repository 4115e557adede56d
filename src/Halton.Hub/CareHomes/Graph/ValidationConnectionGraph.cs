using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>A page of validations, those that need something first.</summary>
/// <param name="page">What the operation answered.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class ValidationConnectionGraph(ValidationPage page, CareHomeWordsGraph words)
    : Connection<ValidationGraph>([.. page.Validations.Select(state => new Edge<ValidationGraph>(new(state, words), () => page.Cursor(state)))], page.NextPageToken.Length > 0);
