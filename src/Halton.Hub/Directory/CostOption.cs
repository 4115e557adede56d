namespace Halton.Hub.Directory;

/// <summary>What a service costs, for whom and when. HSDS-UK: cost_option.</summary>
public sealed class CostOption
{
    /// <summary>Identifier, a UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The service.</summary>
    public Guid ServiceId { get; set; }

    /// <summary>First day of the price.</summary>
    public DateOnly? ValidFrom { get; set; }

    /// <summary>Last day of the price.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>For whom.</summary>
    public string? Option { get; set; }

    /// <summary>Pounds sterling.</summary>
    public decimal? Amount { get; set; }

    /// <summary>For what, for example a session.</summary>
    public string? AmountDescription { get; set; }
}
