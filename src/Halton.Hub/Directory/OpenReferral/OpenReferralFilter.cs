namespace Halton.Hub.Directory.OpenReferral;

/// <summary>What a reader of the open feed looks for. Everything given must hold; what is null does not matter.</summary>
public sealed record OpenReferralFilter
{
    /// <summary>Words, found in names, descriptions, terms and organisations; small mistakes of spelling are forgiven.</summary>
    public string? Search { get; init; }

    /// <summary>A term; services of narrower terms count too.</summary>
    public Guid? TaxonomyTermId { get; init; }

    /// <summary>A taxonomy, of which a service has any term.</summary>
    public Guid? TaxonomyId { get; init; }

    /// <summary>The youngest age served is at least this, in years; a service without one serves from birth.</summary>
    public decimal? MinimumAge { get; init; }

    /// <summary>The oldest age served is at most this, in years; a service without one serves to 130.</summary>
    public decimal? MaximumAge { get; init; }

    /// <summary>It can be had later than this, local time.</summary>
    public TimeOnly? StartTime { get; init; }

    /// <summary>It can be had earlier than this, local time.</summary>
    public TimeOnly? EndTime { get; init; }

    /// <summary>It can be had on one of the next four such days.</summary>
    public DayOfWeek? Day { get; init; }

    /// <summary>It changed at this moment or later.</summary>
    public DateTimeOffset? ModifiedAfter { get; init; }

    /// <summary>A postcode, its sector or its outward code, around whose middle places lie: WA7 2CK, WA7 2, WA7.</summary>
    public string? Postcode { get; init; }

    /// <summary>How far from there, in metres.</summary>
    public double? Proximity { get; init; }
}
