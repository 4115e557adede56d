using Halton.Hub.Access;

namespace Halton.Hub.Placement;

/// <summary>Who may call what on placements, and which rows they see: a council those that it made.</summary>
public static class PlacementPolicy
{
    private const string Service = "halton.hub.placement.v1.PlacementService/";
    private const string Seen = "an access row relates the organisation to the placement";

    private static readonly HashSet<OrganizationKind> Councils = [OrganizationKind.Council];
    private static readonly HashSet<string> DirectCare = ["TREAT", "ETREAT", "HOPERAT"];

    /// <summary>The slice's part of the access table.</summary>
    public static IReadOnlyList<AccessRule> Rules { get; } =
    [
        new("RecordPlacement", [Service + "RecordPlacement", "care/Mutation.recordPlacement"], "EpisodeOfCare", 'c', Councils, DirectCare, "the council places for itself"),
        new("RecordPlacementReview", [Service + "RecordPlacementReview", "care/Mutation.recordPlacementReview"], "EpisodeOfCare", 'u', Councils, DirectCare, Seen),
        new("EndPlacement", [Service + "EndPlacement", "care/Mutation.endPlacement"], "EpisodeOfCare", 'u', Councils, DirectCare, Seen),
        new("GetPlacement", [Service + "GetPlacement", "care/Query.placement"], "EpisodeOfCare", 'r', Councils, DirectCare, Seen),
        new("ListPlacements", [Service + "ListPlacements", "care/Query.placements"], "EpisodeOfCare", 's', Councils, DirectCare, Seen),
    ];

    /// <summary>The slice's own row filter, on a placement <c>p</c>; the row walls of the database say the same again.</summary>
    /// <param name="organization">The SQL parameter that holds the caller's organisation.</param>
    public static string Visible(string organization) => $"exists (select 1 from placement.access a where a.placement_id = p.id and a.org = {organization})";
}
