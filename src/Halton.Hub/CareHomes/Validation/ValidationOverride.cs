namespace Halton.Hub.CareHomes.Validation;

/// <summary>That a senior officer lets people be placed although the checks say otherwise.</summary>
/// <param name="Authoriser">Name of the officer.</param>
/// <param name="Role">The officer's role.</param>
/// <param name="Reason">Why.</param>
/// <param name="GivenAt">When.</param>
/// <param name="Until">Last day.</param>
public sealed record ValidationOverride(string Authoriser, string Role, string Reason, DateTimeOffset GivenAt, DateOnly Until);
