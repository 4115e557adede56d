namespace Halton.Hub.Discharge;

/// <summary>A request about a stay whose fields are right: what is left is to run it.</summary>
/// <param name="RequestId">The caller's id of the request.</param>
/// <param name="Request">The request.</param>
public abstract record CheckedChange(Guid RequestId, object Request);
