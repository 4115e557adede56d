using System.Globalization;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>Says the directory's entries in the words of HSDS-UK. Contacts are desks, so none has a name; what only the hub knows stays out.</summary>
internal static class HsdsWords
{
    /// <summary>A service as lists show it.</summary>
    public static HsdsService Of(Service service, Organization organization) => new()
    {
        Id = Id(service.Id),
        OrganizationId = Id(service.OrganizationId),
        Name = service.Name,
        AlternateName = service.AlternateName,
        Description = service.Description,
        Url = service.Url,
        Email = service.Email,
        Status = service.Status,
        Fees = service.Fees,
        Accreditations = service.Accreditations,
        MinimumAge = service.MinimumAge,
        MaximumAge = service.MaximumAge,
        AssuredDate = Day(service.AssuredDate),
        AssurerEmail = service.AssurerEmail,
        Alert = service.Alert,
        LastModified = Moment(service.LastModified > organization.LastModified ? service.LastModified : organization.LastModified),
        Organization = Of(organization),
    };

    /// <summary>A service with everything.</summary>
    public static HsdsService Of(
        Service service, Organization organization, IReadOnlyDictionary<Guid, HsdsTaxonomyTerm> terms, IReadOnlyDictionary<Guid, HsdsLocation> places) => Of(service, organization) with
        {
            Schedules = [.. service.Schedules.OrderBy(s => s.Id).Select(Of)],
            ServiceAreas = [.. service.ServiceAreas.OrderBy(a => a.Id).Select(a => new HsdsServiceArea { Id = Id(a.Id), Name = a.Name, Extent = a.Extent, ExtentType = a.ExtentType, Uri = a.Uri })],
            ServiceAtLocations = [.. service.ServiceAtLocations.OrderBy(a => a.Id).Select(a => Of(a, places[a.LocationId], null))],
            Languages = [.. service.Languages.OrderBy(l => l.Id).Select(l => new HsdsLanguage { Id = Id(l.Id), Code = l.Code, Name = l.Name })],
            Funding = [.. service.Funding.OrderBy(f => f.Id).Select(f => new HsdsFunding { Id = Id(f.Id), Source = f.Source })],
            CostOptions = [.. service.CostOptions.OrderBy(c => c.Id).Select(Of)],
            Contacts = [.. service.Contacts.OrderBy(c => c.Id).Select(Of)],
            Attributes = [.. service.Terms.OrderBy(t => t.Id).Select(t => Of(t, terms[t.TaxonomyTermId]))],
        };

    /// <summary>A service at a place.</summary>
    public static HsdsServiceAtLocation Of(ServiceAtLocation at, HsdsLocation place, HsdsService? service) =>
        new() { Id = Id(at.Id), Description = at.Description, Location = place, Service = service };

    /// <summary>An organisation.</summary>
    public static HsdsOrganization Of(Organization organization) => new()
    {
        Id = Id(organization.Id),
        Name = organization.Name,
        Description = organization.Description,
        Email = organization.Email,
        Website = organization.Website,
        Logo = organization.Logo,
        Uri = organization.Uri,
        ParentOrganizationId = organization.ParentOrganizationId is { } parent ? Id(parent) : null,
        OrganizationIdentifiers =
        [
            .. organization.Identifiers.OrderBy(i => i.Id)
                .Select(i => new HsdsOrganizationIdentifier { Id = Id(i.Id), IdentifierScheme = i.IdentifierScheme, IdentifierType = i.IdentifierType, Identifier = i.Identifier }),
        ],
    };

    /// <summary>A place.</summary>
    public static HsdsLocation Of(Location place) => new()
    {
        Id = Id(place.Id),
        LocationType = place.LocationType,
        Name = place.Name,
        Description = place.Description,
        Latitude = place.Latitude,
        Longitude = place.Longitude,
        ExternalIdentifier = place.ExternalIdentifier,
        ExternalIdentifierType = place.ExternalIdentifierType,
        Addresses = [.. place.Addresses.OrderBy(a => a.Id).Select(Of)],
        Accessibility =
        [
            .. place.Accessibility.OrderBy(a => a.Id)
                .Select(a => new HsdsAccessibility { Id = Id(a.Id), Accessibility = a.Feature, Description = a.Description, Details = a.Details, Url = a.Url }),
        ],
    };

    /// <summary>A term, with the name of its taxonomy.</summary>
    public static HsdsTaxonomyTerm Of(TaxonomyTerm term, string taxonomy) => new()
    {
        Id = Id(term.Id),
        Name = term.Name,
        Description = term.Description,
        ParentId = term.ParentId is { } parent ? Id(parent) : null,
        Taxonomy = taxonomy,
        TaxonomyId = Id(term.TaxonomyId),
        TermUri = term.TermUri,
    };

    /// <summary>A taxonomy.</summary>
    public static HsdsTaxonomy Of(Taxonomy taxonomy) =>
        new() { Id = Id(taxonomy.Id), Name = taxonomy.Name, Description = taxonomy.Description, Uri = taxonomy.Uri, Version = taxonomy.Version };

    private static HsdsAddress Of(Address address) => new()
    {
        Id = Id(address.Id),
        Attention = address.Attention,
        Address1 = address.Address1,
        City = address.City,
        Region = address.Region,
        StateProvince = address.StateProvince,
        PostalCode = address.PostalCode,
        Country = address.Country,
        AddressType = address.AddressType,
    };

    private static HsdsSchedule Of(Schedule schedule) => new()
    {
        Id = Id(schedule.Id),
        ServiceAtLocationId = schedule.ServiceAtLocationId is { } at ? Id(at) : null,
        ValidFrom = Day(schedule.ValidFrom),
        ValidTo = Day(schedule.ValidTo),
        Dtstart = Day(schedule.Dtstart),
        Freq = schedule.Freq,
        Interval = schedule.Interval,
        Byday = schedule.Byday,
        Bymonthday = schedule.Bymonthday,
        Description = schedule.Description,
        OpensAt = Time(schedule.OpensAt),
        ClosesAt = Time(schedule.ClosesAt),
        ScheduleLink = schedule.ScheduleLink,
        AttendingType = schedule.AttendingType,
        Notes = schedule.Notes,
    };

    private static HsdsCostOption Of(CostOption cost) => new()
    {
        Id = Id(cost.Id),
        ValidFrom = Day(cost.ValidFrom),
        ValidTo = Day(cost.ValidTo),
        Option = cost.Option,
        Amount = cost.Amount,
        AmountDescription = cost.AmountDescription,
    };

    private static HsdsContact Of(Contact contact) => new()
    {
        Id = Id(contact.Id),
        Title = contact.Title,
        Phones = [.. contact.Phones.OrderBy(p => p.Id).Select(p => new HsdsPhone { Id = Id(p.Id), Number = p.Number, Description = p.Description })],
    };

    private static HsdsServiceTerm Of(ServiceTerm attribute, HsdsTaxonomyTerm term) =>
        new() { Id = Id(attribute.Id), LinkId = Id(attribute.ServiceId), TaxonomyTermId = Id(attribute.TaxonomyTermId), LinkType = attribute.LinkType, TaxonomyTerm = term };

    private static string Id(Guid id) => id.ToString("D");

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Time(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
