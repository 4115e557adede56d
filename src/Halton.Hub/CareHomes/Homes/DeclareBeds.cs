using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.CareHomes.Homes;

/// <summary>
/// Declares the kinds of bed that a home has and what it can do beyond; what is left out is no longer declared. The change of the home is
/// told as details. Faults: CARE_HOME_NOT_FOUND, NOT_YOURS, NOT_A_CARE_HOME, DEREGISTERED, ETAG_MISMATCH, TWICE and those of codes.
/// </summary>
public sealed class DeclareBeds(OneSave saves, CodeSystems codes, TimeProvider clock)
{
    private const int MostBedTypes = 10;
    private const int MostCapabilities = 7;
    private const int MostBeds = 1000;
    private const int MostPence = 2_000_000;

    /// <summary>Runs it once.</summary>
    public Task<CareHomeView> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var reference = HomeReference.Check(check, request.CareHome);
        var beds = Beds(check, request.Beds);
        var capabilities = Capabilities(check, request.Capabilities);
        var etag = check.Text(request.Etag, "etag", 100);
        check.Settle();
        return saves.Run(
            call,
            requestId,
            request,
            async save =>
            {
                var home = await save.Db.Set<CareHome>().Include(h => h.Declaration).Include(h => h.Beds).Include(h => h.Capabilities).Include(h => h.Successions).Named(reference).SingleOrDefaultAsync(ct)
                    ?? throw CareHomeFaults.HomeNotFound();
                await home.DemandSpokenFor(save.Db, call, ct);
                if (etag != home.Etag)
                {
                    throw Fault.StaleEtag(home.Etag);
                }

                home.Declare(beds, capabilities, save.Now);
                save.Tell(new CareHomeChange(home.Id, home.LocationId, home.Name, home.Organization, ["details"], save.Now));
                var provider = await save.Db.Set<Provider>().AsNoTracking().SingleAsync(p => p.ProviderId == home.ProviderId, ct);
                return new CareHomeView(home, provider);
            },
            view => view.Home.Id,
            ct);
    }

    private List<(string Code, int Maximum, long? Price)> Beds(FieldChecks check, IReadOnlyList<Bed> given)
    {
        check.That(given.Count <= MostBedTypes, "beds", "TOO_MANY", $"At most {MostBedTypes}.");
        var taken = new List<(string, int, long?)>();
        foreach (var (i, bed) in given.Take(MostBedTypes).Index())
        {
            check.That(bed.Maximum is >= 0 and <= MostBeds, $"beds[{i}].maximum", "OUT_OF_RANGE", $"From 0 to {MostBeds}.");
            check.That(bed.WeeklyPricePence is >= 0 and <= MostPence, $"beds[{i}].weekly_price_pence", "OUT_OF_RANGE", $"From 1 to {MostPence} pence; 0 when the home does not say.");
            if (codes.Check(check, $"beds[{i}].bed_type", CareHomeCodes.BedType, bed.BedType, clock.Today(), required: true) is { } code
                && check.That(taken.All(t => t.Item1 != code.Code), $"beds[{i}].bed_type", "TWICE", "Each kind of bed once."))
            {
                taken.Add((code.Code, bed.Maximum, bed.WeeklyPricePence == 0 ? null : bed.WeeklyPricePence));
            }
        }

        return taken;
    }

    private List<(string Code, int? MaxKg)> Capabilities(FieldChecks check, IReadOnlyList<Able> given)
    {
        check.That(given.Count <= MostCapabilities, "capabilities", "TOO_MANY", $"At most {MostCapabilities}.");
        var taken = new List<(string, int?)>();
        foreach (var (i, able) in given.Take(MostCapabilities).Index())
        {
            if (codes.Check(check, $"capabilities[{i}].code", CareHomeCodes.Capability, able.Code, clock.Today(), required: true) is not { } code
                || !check.That(taken.All(t => t.Item1 != code.Code), $"capabilities[{i}].code", "TWICE", "Each capability once."))
            {
                continue;
            }

            var bariatric = code.Code == Capability.Bariatric;
            check.That(!bariatric || able.MaxKg is >= 50 and <= 500, $"capabilities[{i}].max_kg", "OUT_OF_RANGE", "With bariatric, from 50 to 500 kilograms.");
            check.That(bariatric || able.MaxKg is null, $"capabilities[{i}].max_kg", "NOT_EXPECTED", "Only bariatric carries a weight.");
            taken.Add((code.Code, able.MaxKg));
        }

        return taken;
    }

    /// <summary>The request.</summary>
    public sealed record Request(string RequestId, string CareHome, IReadOnlyList<Bed> Beds, IReadOnlyList<Able> Capabilities, string Etag);

    /// <summary>A kind of bed, how many, and what a week costs; 0 when the home does not say.</summary>
    public sealed record Bed(Coding? BedType, int Maximum, long WeeklyPricePence);

    /// <summary>A capability and, with bariatric, its greatest weight in kilograms.</summary>
    public sealed record Able(Coding? Code, int? MaxKg);
}
