using Halton.Hub.Data;

namespace Halton.Hub.Transport.GraphQL.Fhir;

/// <summary>Codes in the words of a schema.</summary>
internal static class CodeWords
{
    /// <summary>A code with its latest wording; null when there is none.</summary>
    public static CodingGraph? Told(this CodeSystems codes, string system, string? code) => code is null ? null : new CodingGraph(codes.Named(system, code));
}
