namespace Halton.Hub.CareHomes.Homes;

/// <summary>
/// A location that CQC regulates: a care home, or another social care service, which is kept for the borough's picture and takes part in no
/// capacity. What CQC says is copied and never improved: what is not known is "unknown". FHIR: Location. Source: CQC syndication API, locations.
/// </summary>
public sealed class CareHome
{
    /// <summary>The hub's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>CQC location id, for example 1-2216389450: the key that everybody in the field shares.</summary>
    public required string LocationId { get; init; }

    /// <summary>CQC provider id.</summary>
    public required string ProviderId { get; set; }

    /// <summary>Code of the organisation whose programs may speak for the home; null while none does.</summary>
    public string? Organization { get; set; }

    /// <summary>Registered name.</summary>
    public required string Name { get; set; }

    /// <summary>Whether it is a care home; other services have no beds.</summary>
    public required bool IsCareHome { get; set; }

    /// <summary>"Registered", "Deregistered", or "Removed" when CQC no longer knows it.</summary>
    public required string RegistrationStatus { get; set; }

    /// <summary>Day of registration.</summary>
    public DateOnly? RegistrationDate { get; set; }

    /// <summary>Day of deregistration.</summary>
    public DateOnly? DeregistrationDate { get; set; }

    /// <summary>Whether CQC says that nobody is cared for there at present.</summary>
    public bool Dormant { get; set; }

    /// <summary>CQC service types, for example "Care home service with nursing".</summary>
    public List<string> ServiceTypes { get; set; } = [];

    /// <summary>CQC specialisms, for example "Dementia".</summary>
    public List<string> Specialisms { get; set; } = [];

    /// <summary>Regulated activities by name; whose names CQC lists with them is not kept.</summary>
    public List<string> RegulatedActivities { get; set; } = [];

    /// <summary>Beds as registered; null when CQC does not say.</summary>
    public int? NumberOfBeds { get; set; }

    /// <summary>GSS code of the local authority where it lies; null when its name is not in the list.</summary>
    public string? LocalAuthority { get; set; }

    /// <summary>The local authority's name as CQC spells it.</summary>
    public required string LocalAuthorityName { get; set; }

    /// <summary>Address lines.</summary>
    public List<string> AddressLines { get; set; } = [];

    /// <summary>Town or city.</summary>
    public string? City { get; set; }

    /// <summary>Full postcode.</summary>
    public string? PostalCode { get; set; }

    /// <summary>Main telephone number of the home.</summary>
    public string? Phone { get; set; }

    /// <summary>Website.</summary>
    public string? Website { get; set; }

    /// <summary>Degrees north, WGS 84.</summary>
    public double? Latitude { get; set; }

    /// <summary>Degrees east, WGS 84.</summary>
    public double? Longitude { get; set; }

    /// <summary>Overall CQC rating, a code of cqc-rating.</summary>
    public string RatingOverall { get; set; } = CqcRatings.Unknown;

    /// <summary>CQC rating of the question whether it is safe.</summary>
    public string RatingSafe { get; set; } = CqcRatings.Unknown;

    /// <summary>CQC rating of the question whether it is effective.</summary>
    public string RatingEffective { get; set; } = CqcRatings.Unknown;

    /// <summary>CQC rating of the question whether it is caring.</summary>
    public string RatingCaring { get; set; } = CqcRatings.Unknown;

    /// <summary>CQC rating of the question whether it is responsive.</summary>
    public string RatingResponsive { get; set; } = CqcRatings.Unknown;

    /// <summary>CQC rating of the question whether it is well-led.</summary>
    public string RatingWellLed { get; set; } = CqcRatings.Unknown;

    /// <summary>Day of the report that the overall rating stands in.</summary>
    public DateOnly? RatedOn { get; set; }

    /// <summary>Day of the last inspection.</summary>
    public DateOnly? LastInspectionDate { get; set; }

    /// <summary>Day since which no registered manager is in post; null when one is, or CQC does not say.</summary>
    public DateOnly? RegisteredManagerAbsentDate { get; set; }

    /// <summary>Fields of CQC's answer that this version does not know: plain values of the top level only, as JSON.</summary>
    public string? Further { get; set; }

    /// <summary>When CQC last said all this.</summary>
    public required DateTimeOffset SyncedAt { get; set; }

    /// <summary>When anything of it last changed.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Counts the changes.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Earlier and later registrations of the same home.</summary>
    public List<Succession> Successions { get; init; } = [];

    /// <summary>When it said what follows; null while it never has.</summary>
    public Declaration? Declaration { get; set; }

    /// <summary>The kinds of bed that it says it has.</summary>
    public List<DeclaredBeds> Beds { get; init; } = [];

    /// <summary>What it says it can do beyond that.</summary>
    public List<Capability> Capabilities { get; init; } = [];

    /// <summary>Whether somebody may be cared for there as far as CQC is concerned.</summary>
    public bool IsOpen => RegistrationStatus == "Registered" && !Dormant && IsCareHome;

    /// <summary>Tells one version from another.</summary>
    public string Etag => $"h{Version}.{Declaration?.Version ?? 0}";

    /// <summary>Whether it is registered for nursing.</summary>
    public bool HasNursing => ServiceTypes.Contains("Care home service with nursing");

    /// <summary>Declares kinds of bed and capabilities; those that were declared before and are left out are gone.</summary>
    public void Declare(IReadOnlyCollection<(string Code, int Maximum, long? Price)> beds, IReadOnlyCollection<(string Code, int? MaxKg)> capabilities, DateTimeOffset now)
    {
        Beds.RemoveAll(old => beds.All(b => b.Code != old.BedType));
        foreach (var (code, maximum, price) in beds)
        {
            if (Beds.Find(old => old.BedType == code) is { } known)
            {
                (known.Maximum, known.WeeklyPricePence) = (maximum, price);
            }
            else
            {
                Beds.Add(new DeclaredBeds { HomeId = Id, BedType = code, Maximum = maximum, WeeklyPricePence = price });
            }
        }

        Capabilities.RemoveAll(old => capabilities.All(c => c.Code != old.Code));
        foreach (var (code, maxKg) in capabilities)
        {
            if (Capabilities.Find(old => old.Code == code) is { } known)
            {
                known.MaxKg = maxKg;
            }
            else
            {
                Capabilities.Add(new Capability { HomeId = Id, Code = code, MaxKg = maxKg });
            }
        }

        Declaration ??= new Declaration { HomeId = Id, DeclaredAt = now, Version = 0 };
        (Declaration.DeclaredAt, Declaration.Version) = (now, Declaration.Version + 1);
    }
}
