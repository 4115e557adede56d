using Halton.Hub.Discharge;
using Halton.Hub.Patients;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Placement.Offers;
using Halton.Hub.Placement.Reservations;
using Halton.Hub.Placement.Standing;
using Halton.Hub.Referrals;

namespace Halton.Hub.Journeys;

/// <summary>The records of one person that an organisation may see, the latest of each kind first.</summary>
/// <param name="organization">Code of the organisation.</param>
internal sealed class JourneyRecords(string organization)
{
    /// <summary>So many of each kind are told.</summary>
    public const int Most = 100;

    public List<DischargeStatus> Stays { get; private set; } = [];

    public List<ReferralState> Referrals { get; private set; } = [];

    public List<AssessmentState> Assessments { get; private set; } = [];

    public List<ReservationState> Reservations { get; private set; } = [];

    public List<OfferState> Offers { get; private set; } = [];

    public List<PlacementState> Placements { get; private set; } = [];

    /// <summary>Whether nothing was left out.</summary>
    public bool Complete { get; private set; } = true;

    /// <summary>Whether there is none.</summary>
    public bool Empty => Stays.Count + Referrals.Count + Assessments.Count + Reservations.Count + Offers.Count + Placements.Count == 0;

    /// <summary>
    /// As it is told: at most so many of each kind, and a person whom one record marks as restricted is restricted in all, but in those that the organisation
    /// itself made or keeps.
    /// </summary>
    public JourneyRecords Told()
    {
        Complete = new[] { Stays.Count, Referrals.Count, Assessments.Count, Reservations.Count, Offers.Count, Placements.Count }.All(count => count <= Most);
        var restricted = Stays.Any(s => s.Detail!.Patient.Restricted) || Referrals.Any(r => r.Patient!.Restricted);
        Stays = Cut(Stays).ConvertAll(s => restricted ? s with { Detail = s.Detail! with { Patient = Masked(s.Detail.Patient, s.Trust) } } : s);
        Referrals = Cut(Referrals).ConvertAll(r => restricted ? r with { Patient = Masked(r.Patient!, r.Trust ?? r.Requester) } : r);
        (Assessments, Reservations, Offers, Placements) = (Cut(Assessments), Cut(Reservations), Cut(Offers), Cut(Placements));
        return this;
    }

    /// <summary>The person as the latest record tells of them.</summary>
    public Patient? Person() => Stays.Select(s => (At: s.AdmittedAt, s.Detail!.Patient)).Concat(Referrals.Select(r => (At: r.RequestedAt, Patient: r.Patient!)))
        .OrderByDescending(told => told.At).Select(told => told.Patient).FirstOrDefault();

    private Patient Masked(Patient patient, string keeper) => keeper == organization ? patient : patient.AsRestricted();

    private static List<T> Cut<T>(List<T> records) => records.Count > Most ? records.GetRange(0, Most) : records;
}
