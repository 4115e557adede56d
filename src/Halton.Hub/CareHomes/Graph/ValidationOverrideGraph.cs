using Halton.Hub.CareHomes.Validation;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>That a senior officer lets people be placed although the checks say otherwise.</summary>
/// <param name="word">The override.</param>
public sealed class ValidationOverrideGraph(ValidationOverride word)
{
    /// <summary>Name of the officer.</summary>
    public string Authoriser => word.Authoriser;

    /// <summary>The officer's role.</summary>
    public string Role => word.Role;

    /// <summary>Why.</summary>
    public string Reason => word.Reason;

    /// <summary>When.</summary>
    public DateTimeOffset GivenAt => word.GivenAt;

    /// <summary>Last day.</summary>
    public DateOnly Until => word.Until;
}
