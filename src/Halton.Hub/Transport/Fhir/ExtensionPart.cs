namespace Halton.Hub.Transport.Fhir;

/// <summary>A part of an extension that has several.</summary>
/// <param name="Name">Its name within the extension.</param>
/// <param name="Type">The FHIR datatype of its value.</param>
/// <param name="Meaning">What it says, in a sentence.</param>
/// <param name="Required">Whether it is always there.</param>
/// <param name="Repeats">Whether it can stand several times.</param>
public sealed record ExtensionPart(string Name, string Type, string Meaning, bool Required = false, bool Repeats = false);
