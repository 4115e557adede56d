namespace Halton.Hub.Foundation;

/// <summary>A code of a code system, with its wording. FHIR: Coding.</summary>
public sealed record Coding(string System, string Code, string Display = "");
