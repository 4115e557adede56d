using Google.Protobuf.WellKnownTypes;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Contracts.Fhir.V1;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Coding = Halton.Hub.Contracts.Fhir.V1.Coding;
using Wire = Halton.Hub.Contracts.Carehome.V1;

namespace Halton.Hub.CareHomes;

/// <summary>Tells care homes in the words of the care-home service; codes get their wording here.</summary>
public sealed class CareHomeMessages(CodeSystems codes)
{
    /// <summary>Tells a home.</summary>
    public Wire.CareHome Tell(CareHomeView view)
    {
        var home = view.Home;
        var told = new Wire.CareHome
        {
            CareHomeId = home.Id.ToString(),
            LocationId = home.LocationId,
            Name = home.Name,
            Provider = new Wire.Provider { ProviderId = view.Provider.ProviderId, Name = view.Provider.Name },
            IsCareHome = home.IsCareHome,
            RegistrationStatus = home.RegistrationStatus,
            RegistrationDate = WrittenDay.Of(home.RegistrationDate),
            DeregistrationDate = WrittenDay.Of(home.DeregistrationDate),
            Dormant = home.Dormant,
            ServiceTypes = { home.ServiceTypes },
            Specialisms = { home.Specialisms },
            LocalAuthority = home.LocalAuthority ?? "",
            LocalAuthorityName = home.LocalAuthorityName,
            Address = new Address { Line = { home.AddressLines }, City = home.City ?? "", PostalCode = home.PostalCode ?? "" },
            Phone = home.Phone ?? "",
            Website = home.Website ?? "",
            Position = home is { Latitude: { } latitude, Longitude: { } longitude } ? new Wire.Position { Latitude = latitude, Longitude = longitude } : null,
            Ratings = Ratings(home),
            LastInspectionDate = WrittenDay.Of(home.LastInspectionDate),
            RegisteredManagerAbsentDate = WrittenDay.Of(home.RegisteredManagerAbsentDate),
            Successions = { home.Successions.Select(s => new Wire.Succession { LocationId = s.RelatedLocationId, Kind = s.Kind }) },
            Beds = { home.Beds.Select(b => new Wire.DeclaredBeds { BedType = Code(CareHomeCodes.BedType, b.BedType), Maximum = b.Maximum, WeeklyPricePence = b.WeeklyPricePence ?? 0 }) },
            Capabilities = { home.Capabilities.Select(Tell) },
            SyncedAt = home.SyncedAt.ToTimestamp(),
            Etag = home.Etag,
        };
        if (home.NumberOfBeds is { } beds)
        {
            told.NumberOfBeds = beds;
        }

        if (view.Metres is { } metres)
        {
            told.Metres = metres;
        }

        return told;
    }

    /// <summary>A code with its wording; null when there is none.</summary>
    internal Coding? Code(string system, string? code)
    {
        if (code is null)
        {
            return null;
        }

        var named = codes.Named(system, code);
        return new Coding { System = named.System, Code = named.Code, Display = named.Display };
    }

    private Wire.Capability Tell(Capability capability)
    {
        var told = new Wire.Capability { Code = Code(CareHomeCodes.Capability, capability.Code) };
        if (capability.MaxKg is { } kilograms)
        {
            told.MaxKg = kilograms;
        }

        return told;
    }

    private Wire.Ratings Ratings(CareHome home) => new()
    {
        Overall = Code(CareHomeCodes.CqcRating, home.RatingOverall),
        Safe = Code(CareHomeCodes.CqcRating, home.RatingSafe),
        Effective = Code(CareHomeCodes.CqcRating, home.RatingEffective),
        Caring = Code(CareHomeCodes.CqcRating, home.RatingCaring),
        Responsive = Code(CareHomeCodes.CqcRating, home.RatingResponsive),
        WellLed = Code(CareHomeCodes.CqcRating, home.RatingWellLed),
        RatedOn = WrittenDay.Of(home.RatedOn),
    };
}
