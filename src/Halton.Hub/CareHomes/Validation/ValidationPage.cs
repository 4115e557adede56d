namespace Halton.Hub.CareHomes.Validation;

/// <summary>A page of validations.</summary>
/// <param name="Validations">Those that need something first; without the checks.</param>
/// <param name="NextPageToken">Empty on the last page.</param>
/// <param name="Cursor">The place of one of them in the list.</param>
public sealed record ValidationPage(IReadOnlyList<ValidationState> Validations, string NextPageToken, Func<ValidationState, string> Cursor);
