using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Cqc;

/// <summary>What can go wrong between the hub and CQC. Runs of the job fail with these names.</summary>
internal static class CqcFaults
{
    /// <summary>CQC could not be reached, was too busy, or broke off, for as often as it was asked.</summary>
    public static Fault Unavailable() => new(FaultKind.Unavailable, "CQC_UNAVAILABLE", "CQC did not answer, however often it was asked.");

    /// <summary>CQC will not answer: a wrong key, a redirect, an address that is not its own.</summary>
    public static Fault Refused(int status) => new(FaultKind.FailedPrecondition, "CQC_REFUSED", $"CQC answered with HTTP status {status}. Check the address and the subscription key.");

    /// <summary>The answer is no JSON, or not the document that was asked for.</summary>
    public static Fault InvalidDocument(string why) => new(FaultKind.FailedPrecondition, "CQC_INVALID_DOCUMENT", $"CQC's answer cannot be used: {why}.");

    /// <summary>The answer is larger than any document of CQC's.</summary>
    public static Fault TooLarge() => new(FaultKind.FailedPrecondition, "CQC_ANSWER_TOO_LARGE", "CQC's answer was longer than a document may be.");

    /// <summary>So many homes vanished at once that the source is to be doubted, and not the homes.</summary>
    public static Fault ManyVanished(int vanished, int asked) =>
        new(FaultKind.FailedPrecondition, "CQC_MANY_VANISHED", $"CQC says that it does not know {vanished} of {asked} locations. None was marked as removed. Check the address.");

    /// <summary>Some of it could not be taken in; the rest was.</summary>
    public static Fault Incomplete(long failed, string first) =>
        new(FaultKind.Unavailable, "CQC_SYNC_INCOMPLETE", $"{failed} answers of CQC could not be taken in (the first: {first}); everything else was. The next run begins where this one did.");
}
