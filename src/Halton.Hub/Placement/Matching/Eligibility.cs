using Halton.Hub.CareHomes.Homes;

namespace Halton.Hub.Placement.Matching;

/// <summary>The hard rules: what speaks against a home, whatever speaks for it.</summary>
internal static class Eligibility
{
    private const string IsolationRoom = "isolation-room";

    /// <summary>Whether nothing speaks against it.</summary>
    public static bool Fits(Wanted wanted, IndexedHome home, double? metres) => !Against(wanted, home, metres).Any();

    /// <summary>All that speaks against it, in one order, each with words.</summary>
    public static IEnumerable<HomeExclusion> Against(Wanted wanted, IndexedHome home, double? metres)
    {
        if (!home.Open)
        {
            yield return new("NOT_OPEN", "CQC has the home as deregistered or dormant.");
        }

        if (!home.Nursing && wanted.Needs.BedType.EndsWith("-nursing", StringComparison.Ordinal))
        {
            yield return new("BED_TYPE_NOT_REGISTERED", "The home is not registered for nursing.");
        }

        var beds = wanted.BedsOf(home);
        if (beds is not { Declared: true })
        {
            yield return new("BED_TYPE_NOT_DECLARED", "The home has not said that it has beds of this kind.");
        }

        if (home.AsOf is null || home.AsOf < wanted.Freshness.KnownFrom(wanted.Now))
        {
            yield return new("CAPACITY_UNKNOWN", "Nobody knows what is free: the home has not said, or not lately.");
        }
        else if (home.Accepting != true)
        {
            yield return new("NOT_ACCEPTING", "The home takes nobody in at present.");
        }
        else if (beds is not { Available: > 0 })
        {
            yield return new("NO_BED_AVAILABLE", "No bed of this kind is free.");
        }

        if (home.Stops.Any(stop => stop.From <= wanted.Today && (stop.Until is null || stop.Until > wanted.Today)))
        {
            yield return new("SANCTIONED", "A council has stopped admissions.");
        }

        if (!Validated(wanted, home))
        {
            yield return new("NOT_VALIDATED", wanted.InsideOnly ? "The home lies outside the borough." : "The home lies outside the borough and has not been validated for it.");
        }

        if (Lacking(wanted, home) is { } lacking)
        {
            yield return new("CAPABILITY_MISSING", lacking);
        }

        if (wanted.Assessor is { } assessor && Agreement(wanted, home, assessor) is { } disagreement)
        {
            yield return disagreement;
        }

        if (wanted.Preferences.FarthestMetres is { } farthest && !(metres <= farthest))
        {
            yield return new("TOO_FAR", metres is null ? "Nobody knows where the home lies." : "The home lies farther away than is wished.");
        }
    }

    private static bool Validated(Wanted wanted, IndexedHome home)
    {
        if (home.LocalAuthority is not null && home.LocalAuthority == wanted.Area)
        {
            return true;
        }

        foreach (var (council, until) in wanted.InsideOnly ? [] : home.Valid)
        {
            if (council == wanted.Council && until >= wanted.Today)
            {
                return true;
            }
        }

        return false;
    }

    private static string? Lacking(Wanted wanted, IndexedHome home)
    {
        foreach (var need in wanted.Needs.Capabilities)
        {
            var able = Array.Find(home.Capabilities, c => c.Code == need.Code);
            if (able.Code is null)
            {
                return $"The home does not offer {need.Code}.";
            }

            if (need.Kilograms is { } kilograms && !(able.MaxKg >= kilograms))
            {
                return $"The home's bariatric beds bear {able.MaxKg} kg at most.";
            }
        }

        return wanted.Needs.Infection != Assessments.AssessedNeeds.NoInfection && !Array.Exists(home.Capabilities, c => c.Code == IsolationRoom)
            ? "The home has no room to isolate somebody with an infection."
            : null;
    }

    private static HomeExclusion? Agreement(Wanted wanted, IndexedHome home, string assessor)
    {
        var any = false;
        foreach (var agreement in home.Agreements)
        {
            if (agreement.Assessor == assessor && agreement.From <= wanted.Today && (agreement.Until is null || agreement.Until >= wanted.Today))
            {
                any = true;
                if (AgreementCover.Covers(agreement.Competencies, wanted.Competencies))
                {
                    return null;
                }
            }
        }

        return any ? new("NOT_COVERED", "The agreement with the home does not cover these needs.") : new("NO_AGREEMENT", "The home has no agreement with the assessors.");
    }
}
