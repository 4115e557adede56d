namespace Halton.Hub.Transport.Fhir;

/// <summary>What a message is, by its event, its reason and the status of what it is about.</summary>
public enum MessageKind
{
    /// <summary>A new referral.</summary>
    NewReferral,

    /// <summary>A new request for validation: an urgent referral that a service is to answer by a breach time.</summary>
    NewValidation,

    /// <summary>A change of what was asked.</summary>
    Update,

    /// <summary>What was asked is not needed any more.</summary>
    Cancel,

    /// <summary>The service takes it.</summary>
    Interim,

    /// <summary>The service has done its work.</summary>
    Final,

    /// <summary>The service does not take it.</summary>
    Rejected,
}
