using Hl7.Fhir.Model;

namespace Halton.Hub.Transport.Fhir;

/// <summary>The organisations that take part in a person's way through care, as the resources of assessments, placements and referrals carry them.</summary>
internal static class PartiesFhir
{
    /// <summary>The trust whose patient it is.</summary>
    public static readonly HubExtension Trust = new("trust", "Reference", "The hospital trust whose patient it is.", "QuestionnaireResponse", "Task", "ServiceRequest");

    /// <summary>The council where the person lives.</summary>
    public static readonly HubExtension Council = new("council", "Reference", "The council where the person lives, or that placed the person.", "QuestionnaireResponse", "Task", "EpisodeOfCare", "ServiceRequest");

    /// <summary>Writes them.</summary>
    public static void Put(IExtendable to, string? trust, string? council)
    {
        Trust.Put(to, trust is null ? null : FhirWords.ByIdentifier("Organization", FhirNames.OdsOrganization, trust));
        Council.Put(to, FhirWords.Organization(council));
    }

    /// <summary>Reads them, where there need not be a trust.</summary>
    public static (string? Trust, string? Council) TakeOptional(IExtendable from, FhirTaking taking) => (
        taking.Identifier(Trust.Get<ResourceReference>(from), FhirNames.OdsOrganization, "extension(trust)"),
        taking.Identifier(Council.Get<ResourceReference>(from), FhirNames.Organization, "extension(council)"));

    /// <summary>Reads them.</summary>
    public static (string Trust, string? Council) Take(IExtendable from, FhirTaking taking) => (
        taking.Identifier(Trust.Get<ResourceReference>(from), FhirNames.OdsOrganization, "extension(trust)", required: true)!,
        taking.Identifier(Council.Get<ResourceReference>(from), FhirNames.Organization, "extension(council)"));
}
