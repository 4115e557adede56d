namespace Halton.Hub.Placement.Matching;

/// <summary>All that a comparison needs of one care home, as the database had it when the home was last read.</summary>
internal sealed record IndexedHome
{
    /// <summary>The hub's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>CQC location id.</summary>
    public required string LocationId { get; init; }

    /// <summary>The home's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether somebody may be cared for there, as far as CQC is concerned.</summary>
    public required bool Open { get; init; }

    /// <summary>Whether it is registered for nursing.</summary>
    public required bool Nursing { get; init; }

    /// <summary>GSS code of the local authority where it lies; null when that is not known.</summary>
    public string? LocalAuthority { get; init; }

    /// <summary>Its place in the three dimensions of the globe; null when that is not known.</summary>
    public double[]? Place { get; init; }

    /// <summary>CQC's overall rating.</summary>
    public required string Cqc { get; init; }

    /// <summary>The overall rating of the latest quality assessment by a council; null when there is none.</summary>
    public string? Pamms { get; init; }

    /// <summary>The moment that its numbers are true of; null when there was never a return.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Whether it takes people in; null when it has never said.</summary>
    public bool? Accepting { get; init; }

    /// <summary>Its kinds of bed.</summary>
    public IndexedBeds[] Beds { get; set; } = [];

    /// <summary>What it can do beyond, with the greatest weight for bariatric.</summary>
    public (string Code, int? MaxKg)[] Capabilities { get; set; } = [];

    /// <summary>From when until when councils stop admissions.</summary>
    public (DateOnly From, DateOnly? Until)[] Stops { get; set; } = [];

    /// <summary>Councils whose validation lets them place there, and its last day.</summary>
    public (string Council, DateOnly? Until)[] Valid { get; set; } = [];

    /// <summary>Its agreements with organisations of assessors.</summary>
    public IndexedAgreement[] Agreements { get; set; } = [];
}

/// <summary>Beds of one kind.</summary>
/// <param name="Kind">A code of bed-type.</param>
/// <param name="Declared">Whether the home has declared the kind.</param>
/// <param name="PricePence">What a week costs; null when the home does not say.</param>
/// <param name="Available">Beds that can be had; null when the home's return does not hold the kind.</param>
internal sealed record IndexedBeds(string Kind, bool Declared, long? PricePence, int? Available);

/// <summary>An agreement with an organisation of assessors.</summary>
/// <param name="Assessor">Its code.</param>
/// <param name="Competencies">What they may assess.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null while open-ended.</param>
internal sealed record IndexedAgreement(string Assessor, string[] Competencies, DateOnly From, DateOnly? Until);
