namespace Halton.Hub.CareHomes.Validation;

/// <summary>A sanction as calls and events tell it.</summary>
/// <param name="Id">The hub's id.</param>
/// <param name="HomeId">The hub's id of the home.</param>
/// <param name="LocationId">CQC location id.</param>
/// <param name="Authority">GSS code of the council that imposed it.</param>
/// <param name="Kind">A code of sanction-kind.</param>
/// <param name="Reason">Why.</param>
/// <param name="From">First day.</param>
/// <param name="LiftedOn">Day on which it was lifted; null while it holds.</param>
/// <param name="Etag">Changes with every change.</param>
public sealed record SanctionState(Guid Id, Guid HomeId, string LocationId, string Authority, string Kind, string Reason, DateOnly From, DateOnly? LiftedOn, string Etag)
{
    /// <summary>A sanction as it stands.</summary>
    internal static SanctionState Of(Sanction sanction, string locationId) => new(
        sanction.Id, sanction.HomeId, locationId, sanction.Authority, sanction.Kind, sanction.Reason, sanction.From, sanction.LiftedOn, sanction.Etag);
}
