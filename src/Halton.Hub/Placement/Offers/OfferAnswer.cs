namespace Halton.Hub.Placement.Offers;

/// <summary>What a home says to an offer.</summary>
public enum OfferAnswer
{
    /// <summary>Nothing: refused.</summary>
    Unspecified,

    /// <summary>It takes the person.</summary>
    Accept,

    /// <summary>It does not.</summary>
    Decline,

    /// <summary>It judges the assessment to be wrong.</summary>
    Dispute,
}
