namespace Halton.Hub.Directory.Maintaining;

/// <summary>What a service costs, for whom and when. HSDS-UK: cost_option.</summary>
public sealed record CostOptionEntry
{
    /// <summary>First day of the price, YYYY-MM-DD.</summary>
    public string? ValidFrom { get; init; }

    /// <summary>Last day of the price, YYYY-MM-DD.</summary>
    public string? ValidTo { get; init; }

    /// <summary>For whom, up to 200 characters.</summary>
    public string? Option { get; init; }

    /// <summary>Pounds sterling, 0 to 100,000.</summary>
    public decimal? Amount { get; init; }

    /// <summary>For what, for example a session; up to 200 characters.</summary>
    public string? AmountDescription { get; init; }
}
