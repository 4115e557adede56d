using GraphQL;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>A care home, or another location that CQC regulates. FHIR: Location. Source: CQC syndication API.</summary>
/// <param name="view">What the operation answered.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class CareHomeGraph(CareHomeView view, CareHomeWordsGraph words) : INode
{
    /// <summary>Its name in the schema and in global ids.</summary>
    internal const string TypeName = "CareHome";

    private readonly CareHome home = view.Home;

    /// <inheritdoc />
    [Id]
    public string Id => new GlobalId(TypeName, home.Id).ToString();

    /// <summary>The hub's id, a UUID. FHIR: Location.id.</summary>
    public Guid CareHomeId => home.Id;

    /// <summary>CQC location id, for example "1-2216389450". FHIR: Location.identifier.</summary>
    public string LocationId => home.LocationId;

    /// <summary>Registered name. FHIR: Location.name.</summary>
    public string Name => home.Name;

    /// <summary>Who runs it. FHIR: Location.managingOrganization.</summary>
    public CareProviderGraph Provider => new(view.Provider);

    /// <summary>Whether it is a care home; other services have no beds.</summary>
    public bool IsCareHome => home.IsCareHome;

    /// <summary>"Registered", "Deregistered", or "Removed" when CQC no longer knows it. FHIR: Location.status.</summary>
    public string RegistrationStatus => home.RegistrationStatus;

    /// <summary>Day of registration.</summary>
    public DateOnly? RegistrationDate => home.RegistrationDate;

    /// <summary>Day of deregistration.</summary>
    public DateOnly? DeregistrationDate => home.DeregistrationDate;

    /// <summary>Whether CQC says that nobody is cared for there at present.</summary>
    public bool Dormant => home.Dormant;

    /// <summary>CQC service types, for example "Care home service with nursing". FHIR: Location.type.</summary>
    public IReadOnlyList<string> ServiceTypes => home.ServiceTypes;

    /// <summary>CQC specialisms, for example "Dementia".</summary>
    public IReadOnlyList<string> Specialisms => home.Specialisms;

    /// <summary>Beds as registered; absent when CQC does not say.</summary>
    public int? NumberOfBeds => home.NumberOfBeds;

    /// <summary>GSS code of the local authority where it lies; absent when its name is not in the hub's list.</summary>
    public string? LocalAuthority => home.LocalAuthority;

    /// <summary>The local authority's name as CQC spells it.</summary>
    public string LocalAuthorityName => home.LocalAuthorityName;

    /// <summary>Address lines. FHIR: Location.address.line.</summary>
    public IReadOnlyList<string> AddressLines => home.AddressLines;

    /// <summary>Town or city. FHIR: Location.address.city.</summary>
    public string? City => home.City;

    /// <summary>Full postcode. FHIR: Location.address.postalCode.</summary>
    public string? PostalCode => home.PostalCode;

    /// <summary>Main telephone number. FHIR: Location.telecom.</summary>
    public string? Phone => home.Phone;

    /// <summary>Website. FHIR: Location.telecom.</summary>
    public string? Website => home.Website;

    /// <summary>Degrees north, WGS 84. FHIR: Location.position.latitude.</summary>
    public double? Latitude => home.Latitude;

    /// <summary>Degrees east, WGS 84. FHIR: Location.position.longitude.</summary>
    public double? Longitude => home.Longitude;

    /// <summary>CQC's ratings.</summary>
    public CqcRatingsGraph Ratings => new(home, words);

    /// <summary>Day of the last inspection.</summary>
    public DateOnly? LastInspectionDate => home.LastInspectionDate;

    /// <summary>Day since which no registered manager is in post; absent when one is, or CQC does not say.</summary>
    public DateOnly? RegisteredManagerAbsentDate => home.RegisteredManagerAbsentDate;

    /// <summary>Earlier and later registrations of the same home.</summary>
    public IEnumerable<SuccessionGraph> Successions => home.Successions.Select(s => new SuccessionGraph(s));

    /// <summary>Kinds of bed that the home says it has.</summary>
    public IEnumerable<DeclaredBedsGraph> Beds => home.Beds.Select(b => new DeclaredBedsGraph(b, words));

    /// <summary>What the home says it can do beyond that.</summary>
    public IEnumerable<CapabilityGraph> Capabilities => home.Capabilities.Select(c => new CapabilityGraph(c, words));

    /// <summary>When CQC last said all this.</summary>
    public DateTimeOffset SyncedAt => home.SyncedAt;

    /// <summary>Metres from the point that the list was asked near; absent otherwise.</summary>
    public int? Metres => view.Metres;

    /// <summary>Changes with every change of what the home declares or CQC says.</summary>
    public string Etag => home.Etag;
}
