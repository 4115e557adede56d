using Halton.Hub.Foundation;

namespace Halton.Hub.Transport.GraphQL.Fhir;

/// <summary>A code of a code system, with its wording. FHIR: Coding.</summary>
/// <param name="coding">The code.</param>
public sealed class CodingGraph(Coding coding)
{
    /// <summary>The code system's URL. FHIR: Coding.system.</summary>
    public string System => coding.System;

    /// <summary>The code. FHIR: Coding.code.</summary>
    public string Code => coding.Code;

    /// <summary>The wording of the code. FHIR: Coding.display.</summary>
    public string? Display => coding.Display.Length > 0 ? coding.Display : null;
}
