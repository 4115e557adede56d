namespace Halton.Hub.CareHomes.Validation;

/// <summary>What a council has decided about provider validation and the freshness of capacity. A council without a row goes by the defaults.</summary>
public sealed class CouncilPolicy
{
    /// <summary>Code of the council.</summary>
    public required string Council { get; init; }

    /// <summary>Months after which a validation expires.</summary>
    public int ValidForMonths { get; init; } = 12;

    /// <summary>Hours after which what CQC said must be asked anew.</summary>
    public int CqcFreshHours { get; init; } = 24;

    /// <summary>Days that a host authority has to answer, before the check is chased.</summary>
    public int HostReplyDays { get; init; } = 14;

    /// <summary>Months after which a host authority's answer must be asked for anew.</summary>
    public int HostReplyMonths { get; init; } = 12;

    /// <summary>Months after which an inspection counts as old.</summary>
    public int InspectionMonths { get; init; } = 36;

    /// <summary>Miles from the borough's middle up to which a home counts as near.</summary>
    public int NearMiles { get; init; } = 10;

    /// <summary>Degrees north of the borough's middle.</summary>
    public double Latitude { get; init; }

    /// <summary>Degrees east of the borough's middle.</summary>
    public double Longitude { get; init; }
}
