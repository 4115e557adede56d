using Halton.Hub.Foundation;

namespace Halton.Hub.Transport.GraphQL.Fhir;

/// <summary>A code of a code system. FHIR: Coding.</summary>
public sealed class CodingInputGraph
{
    /// <summary>The code system's URL; when absent, the field's own code system is meant. FHIR: Coding.system.</summary>
    public string? System { get; init; }

    /// <summary>The code, at most 64 characters. FHIR: Coding.code.</summary>
    public required string Code { get; init; }

    /// <summary>As operations take it.</summary>
    internal Coding Read() => new(System ?? "", Code);
}
