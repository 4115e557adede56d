namespace Halton.Hub.Foundation;

/// <summary>One wrong field: its name as the request spells it, a stable reason, and what would be right.</summary>
public sealed record FieldFault(string Field, string Reason, string Message);
