namespace Halton.Hub.Discharge;

/// <summary>A checked admission.</summary>
/// <param name="RequestId">The caller's id of the request.</param>
/// <param name="Request">The request.</param>
/// <param name="Stay">The stay that it opens.</param>
public sealed record Admission(Guid RequestId, object Request, Stay Stay) : CheckedChange(RequestId, Request);
