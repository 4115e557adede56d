namespace Halton.Hub.Placement.Matching;

/// <summary>How homes compare with what a person needs.</summary>
/// <param name="Matches">Those that fit, the best first.</param>
/// <param name="Excluded">On request, those that do not, the nearest first.</param>
/// <param name="Fitting">How many fit.</param>
/// <param name="Compared">How many were compared.</param>
/// <param name="AssessmentVersion">The version of the assessment.</param>
/// <param name="WeightsVersion">The version of the weights.</param>
/// <param name="AsOf">The moment that the answer is true of.</param>
public sealed record HomeMatches(IReadOnlyList<HomeMatch> Matches, IReadOnlyList<ExcludedHome> Excluded, int Fitting, int Compared, int AssessmentVersion, int WeightsVersion, DateTimeOffset AsOf);
