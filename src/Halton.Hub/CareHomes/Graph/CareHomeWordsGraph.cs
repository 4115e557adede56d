using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>Tells care homes in the words of the schemas; codes get their wording here.</summary>
public sealed class CareHomeWordsGraph(CodeSystems codes)
{
    /// <summary>Tells a home.</summary>
    public CareHomeGraph Tell(CareHomeView view) => new(view, this);

    /// <summary>A code with its latest wording.</summary>
    public CodingGraph Code(string system, string code) => new(codes.Named(system, code));

    /// <summary>A code with its latest wording; null when there is none.</summary>
    public CodingGraph? Given(string system, string? code) => code is null ? null : Code(system, code);
}
