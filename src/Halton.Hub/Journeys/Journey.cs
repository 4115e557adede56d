using Halton.Hub.Patients;

namespace Halton.Hub.Journeys;

/// <summary>One person's way through the services, as far as the caller may see it.</summary>
/// <param name="NhsNumber">Ten digits.</param>
/// <param name="Patient">The person as the latest record tells of them that the caller may see; null when none of those does.</param>
/// <param name="Steps">What happened, the latest first.</param>
/// <param name="Open">What waits for whom, the most urgent first.</param>
/// <param name="Complete">Whether every record was looked at that the caller may see; of each kind the latest are.</param>
/// <param name="ResumeToken">Where to follow from so that nothing is missed; empty when it was not asked for.</param>
public sealed record Journey(string NhsNumber, Patient? Patient, IReadOnlyList<JourneyStep> Steps, IReadOnlyList<OpenMatter> Open, bool Complete, string ResumeToken);
