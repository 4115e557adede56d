using Halton.Hub.Foundation;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace Halton.Hub.Transport.Fhir;

/// <summary>Writes resources as FHIR JSON.</summary>
public static class FhirJson
{
    private static readonly FhirJsonSerializer Serializer = new();

    /// <summary>Writes it.</summary>
    public static string Write(Resource resource) => Serializer.SerializeToString(resource);
}
