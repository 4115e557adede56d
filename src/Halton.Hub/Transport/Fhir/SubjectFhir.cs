using Halton.Hub.Patients;
using Hl7.Fhir.Model;

namespace Halton.Hub.Transport.Fhir;

/// <summary>The person that a resource is about: known by the NHS number and by how sure it is, if only by the latter.</summary>
internal static class SubjectFhir
{
    /// <summary>How sure the number is.</summary>
    public static readonly HubExtension NumberStatus = new("NHSNumberVerificationStatus", "CodeableConcept", "How sure the NHS number is.", "Identifier") { Base = FhirNames.UkCoreExtension };

    /// <summary>Tells who it is.</summary>
    /// <param name="words">Gives codes their wording.</param>
    /// <param name="nhsNumber">Ten digits, when known.</param>
    /// <param name="status">How sure the number is.</param>
    /// <param name="record">The record that tells of the person, when it does: the Patient has its id.</param>
    public static ResourceReference Tell(FhirWords words, string? nhsNumber, string status, Guid? record = null) =>
        new() { Type = "Patient", Reference = record is null ? null : $"Patient/{record}", Identifier = Number(words, nhsNumber, status) };

    /// <summary>The number, and how sure it is.</summary>
    public static Identifier Number(FhirWords words, string? nhsNumber, string status)
    {
        ArgumentNullException.ThrowIfNull(words);
        var number = new Identifier(FhirNames.NhsNumber, nhsNumber);
        NumberStatus.Put(number, words.Concept(NhsNumberStatus.CodeSystem, status));
        return number;
    }

    /// <summary>Reads who it is.</summary>
    public static (string? NhsNumber, string Status) Take(ResourceReference? subject, FhirTaking taking)
    {
        ArgumentNullException.ThrowIfNull(taking);
        var number = subject?.Identifier;
        taking.Check.That(number?.System == FhirNames.NhsNumber, "subject", "REFERENCE_UNKNOWN", $"Name the person by an identifier of {FhirNames.NhsNumber}, if only with its verification status.");
        return (
            number?.Value,
            taking.Code(number is null ? null : NumberStatus.Get<CodeableConcept>(number), NhsNumberStatus.CodeSystem, "subject.identifier.extension(NHSNumberVerificationStatus)", required: true)!);
    }
}
