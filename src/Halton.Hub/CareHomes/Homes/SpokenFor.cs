using Halton.Hub.Access;
using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.CareHomes.Homes;

/// <summary>
/// Who may speak for a home: programs of its own organisation, and the council of the area where it lies. The write walls of the database
/// say the same again.
/// </summary>
internal static class SpokenFor
{
    /// <summary>Demands that the caller may say something of an open home. Faults: NOT_YOURS, NOT_A_CARE_HOME, DEREGISTERED.</summary>
    public static async Task DemandSpokenFor(this CareHome home, HubDb db, Call call, CancellationToken ct)
    {
        var own = home.Organization == call.Organization;
        if (!own && !await db.Organizations.AnyAsync(o => o.Code == call.Organization && o.LocalAuthority != null && o.LocalAuthority == home.LocalAuthority, ct))
        {
            throw CareHomeFaults.NotYours();
        }

        if (!home.IsCareHome)
        {
            throw CareHomeFaults.NotACareHome();
        }

        if (home.RegistrationStatus != "Registered")
        {
            throw CareHomeFaults.Deregistered();
        }
    }
}
