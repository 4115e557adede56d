namespace Halton.Hub.Server.Seeding;

/// <summary>A stay before its story is told.</summary>
/// <param name="Number">Its number among all stays.</param>
/// <param name="Person">The person's place in the range of people.</param>
/// <param name="AdmittedOn">Day of admission.</param>
/// <param name="LongestDays">The most days that it may last.</param>
/// <param name="Bed">For an inpatient, the place in the hospitals' beds; null for a finished stay.</param>
internal readonly record struct PlannedStay(long Number, int Person, DateOnly AdmittedOn, int LongestDays, int? Bed);
