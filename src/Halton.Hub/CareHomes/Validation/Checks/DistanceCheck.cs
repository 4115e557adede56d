using System.Globalization;

namespace Halton.Hub.CareHomes.Validation.Checks;

/// <summary>11: how far the home lies from the borough's middle, and why people are placed outside. Nothing follows from it.</summary>
internal static class DistanceCheck
{
    /// <summary>Checks it.</summary>
    public static Finding Of(Evidence known)
    {
        var reasons = known.Placed.Reasons.Count == 0 ? "" : $" Reasons: {string.Join(", ", known.Placed.Reasons.Select(r => r.Replace('-', ' ')))}.";
        return Finding.Of(CheckOutcome.Info, Distance(known) + reasons, "hub");
    }

    private static string Distance(Evidence known)
    {
        if (known is not { Decided: { } policy, Home: { Latitude: { } latitude, Longitude: { } longitude } })
        {
            return "The distance is not known.";
        }

        var miles = Miles.Between(policy.Latitude, policy.Longitude, latitude, longitude);
        return string.Create(CultureInfo.InvariantCulture, $"{miles:0.0} miles from the borough's middle, {(miles <= policy.NearMiles ? "within" : "beyond")} {policy.NearMiles} miles.");
    }
}
