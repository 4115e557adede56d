using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Placement.Assessments;

namespace Halton.Hub.Placement.Offers;

/// <summary>An offer as calls and events tell it.</summary>
public sealed record OfferState
{
    /// <summary>The hub's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The reservation behind it.</summary>
    public Guid? ReservationId { get; init; }

    /// <summary>The assessment.</summary>
    public required Guid AssessmentId { get; init; }

    /// <summary>The version of the assessment that was offered.</summary>
    public required int AssessmentVersion { get; init; }

    /// <summary>The stay in hospital.</summary>
    public required Guid StayId { get; init; }

    /// <summary>The hub's id of the home.</summary>
    public required Guid HomeId { get; init; }

    /// <summary>CQC location id.</summary>
    public required string LocationId { get; init; }

    /// <summary>The home's name.</summary>
    public required string HomeName { get; init; }

    /// <summary>Code of the organisation that speaks for the home.</summary>
    public required string HomeOrganization { get; init; }

    /// <summary>offered, accepted, declined, disputed, withdrawn, expired or completed.</summary>
    public required string State { get; init; }

    /// <summary>What the person needs.</summary>
    public required AssessedNeeds Needs { get; init; }

    /// <summary>A code of placement-funding.</summary>
    public required string Funding { get; init; }

    /// <summary>A code of consent-basis.</summary>
    public required string ConsentBasis { get; init; }

    /// <summary>A code of decision-capacity.</summary>
    public required string Capacity { get; init; }

    /// <summary>Ten digits; null when the trust has none, or when it is not told.</summary>
    public string? NhsNumber { get; init; }

    /// <summary>Day on which the person is to move in.</summary>
    public required DateOnly AdmissionOn { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset OfferedAt { get; init; }

    /// <summary>Until when the home can answer.</summary>
    public required DateTimeOffset AnswerBy { get; init; }

    /// <summary>When it was answered or undone.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Role of the one who answered.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>Why it was declined, disputed or withdrawn.</summary>
    public string? Reason { get; init; }

    /// <summary>What the home said besides.</summary>
    public string? AnswerText { get; init; }

    /// <summary>Code of the organisation of trusted assessors.</summary>
    public required string Assessor { get; init; }

    /// <summary>Code of the council; null when it takes no part in the hub.</summary>
    public string? Council { get; init; }

    /// <summary>Code of the trust.</summary>
    public required string Trust { get; init; }

    /// <summary>The placement, once the person has moved in.</summary>
    public Guid? PlacementId { get; init; }

    /// <summary>Changes with every change.</summary>
    public required string Etag { get; init; }

    /// <summary>Moment of the latest change.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>An offer as it stands.</summary>
    internal static OfferState Of(PlacementOffer o, CareHome home) => new()
    {
        Id = o.Id,
        ReservationId = o.ReservationId,
        AssessmentId = o.AssessmentId,
        AssessmentVersion = o.AssessmentVersion,
        StayId = o.StayId,
        HomeId = home.Id,
        LocationId = home.LocationId,
        HomeName = home.Name,
        HomeOrganization = o.HomeOrganization,
        State = o.State,
        Needs = o.Content.Needs,
        Funding = o.Content.Funding,
        ConsentBasis = o.Content.ConsentBasis,
        Capacity = o.Content.Capacity,
        NhsNumber = o.NhsNumber,
        AdmissionOn = o.AdmissionOn,
        OfferedAt = o.OfferedAt,
        AnswerBy = o.AnswerBy,
        EndedAt = o.EndedAt,
        AnsweredBy = o.AnsweredBy,
        Reason = o.Reason,
        AnswerText = o.AnswerText,
        Assessor = o.Assessor,
        Council = o.Council,
        Trust = o.Trust,
        PlacementId = o.PlacementId,
        Etag = o.Etag,
        ChangedAt = o.ChangedAt,
    };

    /// <summary>The reason, when the offer ended in that way.</summary>
    internal string? ReasonOf(string ending) => State == ending ? Reason : null;

    /// <summary>As an organisation may see it: a home learns who the person is once it has said yes.</summary>
    internal OfferState SeenFrom(string organization) =>
        organization == HomeOrganization && State is not (PlacementOffer.Accepted or PlacementOffer.Completed) ? this with { NhsNumber = null } : this;
}
