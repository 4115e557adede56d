using Halton.Hub.Patients;

namespace Halton.Hub.Discharge;

/// <summary>The person and the history of a discharge: the FULL view.</summary>
public sealed record DischargeDetail(Patient Patient, IReadOnlyList<CriteriaReview> Reviews, IReadOnlyList<PathwayDecision> PathwayDecisions, IReadOnlyList<WorkerAllocation> Allocations, IReadOnlyList<Delay> Delays);
