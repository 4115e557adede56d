namespace Halton.Hub.Directory.OpenReferral;

/// <summary>What a service costs, for whom and when.</summary>
public sealed record HsdsCostOption
{
    /// <summary>UUID.</summary>
    public string? Id { get; init; }

    /// <summary>First day of the price, YYYY-MM-DD.</summary>
    public string? ValidFrom { get; init; }

    /// <summary>Last day of the price, YYYY-MM-DD.</summary>
    public string? ValidTo { get; init; }

    /// <summary>For whom.</summary>
    public string? Option { get; init; }

    /// <summary>Pounds sterling.</summary>
    public decimal? Amount { get; init; }

    /// <summary>For what.</summary>
    public string? AmountDescription { get; init; }
}
