using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Placement.Standing;

/// <summary>Opens a placement inside a save: the record, who may see it, the event, and the validation of the home that follows.</summary>
internal static class PlacementOpening
{
    /// <summary>Opens it.</summary>
    /// <param name="save">The council's save.</param>
    /// <param name="placement">The placement.</param>
    /// <param name="state">What is told of it.</param>
    /// <param name="kind">The event.</param>
    /// <param name="others">Who may see it besides the council, and why.</param>
    /// <param name="home">Its home.</param>
    /// <param name="area">GSS code of the council's area.</param>
    /// <param name="ct">Ends it early.</param>
    public static async Task<PlacementState> Open(
        Save save, StandingPlacement placement, PlacementState state, string kind, IEnumerable<(string Org, string Relationship)> others, CareHome home, string? area, CancellationToken ct)
    {
        save.Db.Add(placement);
        foreach (var (org, relationship) in others.Prepend((placement.Council, "council")))
        {
            save.Db.Add(new PlacementAccess { Org = org, PlacementId = placement.Id, Relationship = relationship, GrantedBy = placement.Council });
        }

        save.Tell(kind, state);
        await PlacementValidation.Follow(save, placement.Council, home, area, ct);
        return state;
    }

    /// <summary>Demands a care home, and a reason for one outside the council's area. Faults: NOT_A_CARE_HOME; REQUIRED and NOT_EXPECTED on the reason.</summary>
    public static void DemandReason(CareHome home, string? area, string? reason)
    {
        if (!home.IsCareHome)
        {
            throw PlacementFaults.NotACareHome();
        }

        var check = new FieldChecks();
        var outside = home.LiesOutside(area);
        check.That(!outside || reason is not null, "out_of_area_reason", "REQUIRED", "The home lies outside your area: say why.");
        check.That(outside || reason is null, "out_of_area_reason", "NOT_EXPECTED", "The home lies in your own area.");
        check.Settle();
    }
}
