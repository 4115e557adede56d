using Halton.Hub.Placement.Matching;

namespace Halton.Hub.Placement.Graph;

/// <summary>Why a home does not fit.</summary>
/// <param name="reason">What was found.</param>
public sealed class ExclusionReasonGraph(HomeExclusion reason)
{
    /// <summary>
    /// NOT_OPEN, BED_TYPE_NOT_REGISTERED, BED_TYPE_NOT_DECLARED, CAPACITY_UNKNOWN, NOT_ACCEPTING, NO_BED_AVAILABLE, SANCTIONED, NOT_VALIDATED,
    /// CAPABILITY_MISSING, NO_AGREEMENT, NOT_COVERED or TOO_FAR.
    /// </summary>
    public string Code => reason.Code;

    /// <summary>Why, in words.</summary>
    public string Words => reason.Words;
}
