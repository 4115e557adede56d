namespace Halton.Hub.Discharge.Packages;

/// <summary>A care package as it stands: what every operation answers with and every event carries.</summary>
/// <param name="Id">The hub's id.</param>
/// <param name="StayId">The stay; the provider cannot look into it.</param>
/// <param name="Provider">Code of the home-care provider.</param>
/// <param name="Reference">The provider's own reference of the package.</param>
/// <param name="NhsNumber">Ten digits, when known and verified.</param>
/// <param name="Trust">ODS code of the trust.</param>
/// <param name="Site">ODS site code of the hospital.</param>
/// <param name="AdmittedAt">Since when the person is in hospital.</param>
/// <param name="State">held, restarts, ended or released.</param>
/// <param name="Reason">Why it is no longer held: home, died, care-home, elsewhere or stay-cancelled.</param>
/// <param name="RestartsOn">Day from which care goes on.</param>
/// <param name="ChangedAt">Moment of the latest change.</param>
public sealed record CarePackageState(
    Guid Id,
    Guid StayId,
    string Provider,
    string? Reference,
    string? NhsNumber,
    string Trust,
    string Site,
    DateTimeOffset AdmittedAt,
    string State,
    string? Reason,
    DateOnly? RestartsOn,
    DateTimeOffset ChangedAt)
{
    internal static CarePackageState Of(CarePackage p) => new(p.Id, p.StayId, p.Provider, p.Reference, p.NhsNumber, p.Trust, p.Site, p.AdmittedAt, p.State, p.Reason, p.RestartsOn, p.ChangedAt);
}
