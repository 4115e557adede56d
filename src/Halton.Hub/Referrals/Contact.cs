namespace Halton.Hub.Referrals;

/// <summary>Somebody of the service was in touch with the person.</summary>
/// <param name="ContactedAt">When.</param>
/// <param name="Kind">Code of the kind.</param>
/// <param name="Discipline">Code of the discipline; a message may not say.</param>
/// <param name="Note">What came of it.</param>
public sealed record Contact(DateTimeOffset ContactedAt, string Kind, string? Discipline, string? Note);
