namespace Halton.Hub.Directory.Finding;

/// <summary>A page of things in the order of their names.</summary>
/// <param name="Rows">The things, each with its cursor.</param>
/// <param name="HasMore">Whether more follow.</param>
public sealed record NamePage<T>(IReadOnlyList<(T Row, string Cursor)> Rows, bool HasMore);
