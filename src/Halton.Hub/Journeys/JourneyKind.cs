namespace Halton.Hub.Journeys;

/// <summary>Kinds of record that a person's journey runs through.</summary>
public enum JourneyKind
{
    /// <summary>A stay in hospital and its discharge. FHIR: Encounter.</summary>
    Discharge,

    /// <summary>A referral to a community service. FHIR: ServiceRequest.</summary>
    Referral,

    /// <summary>A trusted assessment. FHIR: QuestionnaireResponse.</summary>
    Assessment,

    /// <summary>A bed that is held. FHIR: Task.</summary>
    Reservation,

    /// <summary>A placement offered to a care home. FHIR: Task.</summary>
    Offer,

    /// <summary>A placement in a care home. FHIR: EpisodeOfCare.</summary>
    Placement,
}
