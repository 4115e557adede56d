using Halton.Hub.Access;

namespace Halton.Hub.CareHomes.Validation;

/// <summary>Whose validations a caller means: councils their own, others those of the council that they name.</summary>
internal static class PlacingCouncil
{
    /// <summary>The council's code; null when a council means another one's, which it does not see. Fault: COUNCIL_REQUIRED.</summary>
    public static string? Of(Call call, string? named)
    {
        if (call.Caller.Kind == OrganizationKind.Council)
        {
            return string.IsNullOrEmpty(named) || named == call.Organization ? call.Organization : null;
        }

        return string.IsNullOrEmpty(named) ? throw CareHomeFaults.CouncilRequired() : named;
    }
}
