using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>Named refusals of the open feed.</summary>
internal static class OpenReferralFaults
{
    /// <summary>There is none of that id, or it is confidential.</summary>
    public static Fault NotFound() => new(FaultKind.NotFound, "NOT_FOUND", "There is nothing of that id here.");

    /// <summary>No place is known for a postcode.</summary>
    public static Fault PostcodeUnknown() => Fault.Invalid("postcode", "POSTCODE_UNKNOWN", "The hub does not know where that postcode lies. It knows those in and around Halton.");
}
