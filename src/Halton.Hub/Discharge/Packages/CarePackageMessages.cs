using Google.Protobuf.WellKnownTypes;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Events;
using Halton.Hub.Foundation;
using Wire = Halton.Hub.Contracts.Discharge.V1;

namespace Halton.Hub.Discharge.Packages;

/// <summary>Tells care packages in the words of the discharge service.</summary>
internal static class CarePackageMessages
{
    /// <summary>Tells one.</summary>
    public static Wire.CarePackage Tell(CarePackageState state) => new()
    {
        CarePackageId = state.Id.ToString(),
        DischargeId = state.StayId.ToString(),
        Provider = state.Provider,
        Reference = state.Reference ?? "",
        NhsNumber = state.NhsNumber ?? "",
        Trust = state.Trust,
        Site = state.Site,
        AdmittedAt = state.AdmittedAt.ToTimestamp(),
        State = state.State,
        Reason = state.Reason ?? "",
        RestartsOn = WrittenDay.Of(state.RestartsOn),
        ChangedAt = state.ChangedAt.ToTimestamp(),
    };

    /// <summary>Tells a page.</summary>
    public static ListCarePackagesResponse Tell(CarePackagePage page) => new() { CarePackages = { page.Packages.Select(Tell) }, NextPageToken = page.NextPageToken, ResumeToken = page.ResumeToken };

    /// <summary>Tells one message of a watch.</summary>
    public static WatchCarePackagesResponse Tell(WatchItem item) => new()
    {
        ResumeToken = item.ResumeToken,
        Event = item.Event is { } happened
            ? new CarePackageEvent { EventId = happened.Id.ToString(), Kind = happened.Kind, OccurredAt = happened.OccurredAt.ToTimestamp(), CarePackage = Tell((CarePackageState)happened.Payload) }
            : null,
    };
}
