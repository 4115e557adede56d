using Hl7.Fhir.Model;
using Interaction = Hl7.Fhir.Model.CapabilityStatement.TypeRestfulInteraction;

namespace Halton.Hub.Transport.Fhir;

/// <summary>Tells what the FHIR door serves: <c>/fhir/metadata</c>.</summary>
internal static class FhirCapability
{
    private const string Date = "2026-11-26";

    /// <summary>Tells it.</summary>
    public static CapabilityStatement Of(IReadOnlyList<FhirSource> sources, string address) => new()
    {
        Url = FhirNames.Own + "CapabilityStatement/halton-hub",
        Name = "HaltonHub",
        Title = "Halton.Hub",
        Status = PublicationStatus.Active,
        Date = Date,
        Publisher = "One Halton",
        Description = "Discharges, assessments, reservations, offers, placements, referrals and the people whom they are about as FHIR R4, and messages about referrals. Aligned with UK Core and the NHS Booking and Referral Standard; not assured against them.",
        Kind = CapabilityStatementKind.Instance,
        Implementation = new() { Description = "Halton.Hub", Url = address },
        FhirVersion = FHIRVersion.N4_0_1,
        Format = ["json"],
        Rest =
        [
            new()
            {
                Mode = CapabilityStatement.RestfulCapabilityMode.Server,
                Security = new() { Service = [new CodeableConcept("http://terminology.hl7.org/CodeSystem/restful-security-service", "SMART-on-FHIR")], Description = "OAuth 2.0 client credentials with a signed assertion; a purpose of use in the header purpose-of-use." },
                Resource = [.. sources.GroupBy(s => s.Type).Select(Served)],
                Operation = [new() { Name = "process-message", Definition = "http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message" }],
            },
        ],
    };

    private static CapabilityStatement.ResourceComponent Served(IGrouping<string, FhirSource> type)
    {
        var parameters = new List<CapabilityStatement.SearchParamComponent>
        {
            Parameter("_id", SearchParamType.Token, "The hub's id; alone."),
            Parameter("_lastUpdated", SearchParamType.Date, "When it last changed: eq, ge, gt, le, lt."),
            Parameter("date", SearchParamType.Date, "When it happened: eq, ge, gt, le, lt."),
        };
        Add("status", SearchParamType.Token, type.SelectMany(s => s.Statuses), "Any of {0}, separated by commas.");
        Add("code", SearchParamType.Token, type.Where(s => s.Coded).Select(s => s.Kind), "{0}");
        Add("identifier", SearchParamType.Token, type.SelectMany(s => s.Identifiers), type.Key == "Patient" ? "{0}. Send it by POST to _search." : "{0}");
        if (type.Key != "Patient")
        {
            parameters.Add(Parameter("patient", SearchParamType.Reference, "With the modifier identifier: the NHS number. Send it by POST to _search."));
        }

        return new()
        {
            Type = type.Key,
            Documentation = string.Join(' ', type.Select(s => s.Meaning)),
            Interaction = [new() { Code = Interaction.Read }, new() { Code = Interaction.SearchType }],
            Versioning = CapabilityStatement.ResourceVersionPolicy.Versioned,
            ConditionalRead = CapabilityStatement.ConditionalReadStatus.NotMatch,
            ReferencePolicy = [CapabilityStatement.ReferenceHandlingPolicy.Literal, CapabilityStatement.ReferenceHandlingPolicy.Logical],
            SearchParam = parameters,
        };

        void Add(string name, SearchParamType kind, IEnumerable<string> values, string meaning)
        {
            if (values.Distinct().ToList() is { Count: > 0 } some)
            {
                parameters.Add(Parameter(name, kind, string.Format(null, meaning, string.Join(", ", some))));
            }
        }
    }

    private static CapabilityStatement.SearchParamComponent Parameter(string name, SearchParamType type, string meaning) => new() { Name = name, Type = type, Documentation = meaning };
}
