using Halton.Hub.Access;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>What a return must keep to, whether it comes through a door or in an extract.</summary>
internal static class CapacityRules
{
    /// <summary>Beds of one kind that a home can have.</summary>
    public const int Most = 1000;

    /// <summary>Checks the numbers of one kind of bed.</summary>
    /// <param name="check">Gathers what is wrong.</param>
    /// <param name="beds">The numbers.</param>
    /// <param name="field">Where they stand in the request.</param>
    public static void Check(FieldChecks check, BedState beds, string field)
    {
        var counted = Count(beds.Maximum, "maximum") & Count(beds.Occupied, "occupied") & Count(beds.Reserved, "reserved") & Count(beds.Available, "available");
        if (counted)
        {
            check.That(beds.Occupied + beds.Reserved + beds.Available <= beds.Maximum, field, "MORE_THAN_MAXIMUM", "Occupied, reserved and available beds are more than there are.");
        }

        bool Count(int value, string name) => check.That(value is >= 0 and <= Most, $"{field}.{name}", "OUT_OF_RANGE", $"From 0 to {Most}.");
    }

    /// <summary>Why a kind of bed may not stand in a home's return; null when it may. A home that has declared nothing may return every kind.</summary>
    public static FieldFault? Undeclared(ReturningHome home, string bedType, string field) =>
        home.Declared.Count == 0 || home.Declared.Contains(bedType)
            ? null
            : new FieldFault(field, "BED_TYPE_NOT_DECLARED", "The home has not declared this kind of bed. Declare it first.");

    /// <summary>Demands that a caller speaks for a home: it is its own, or lies in the council's area. Fault: NOT_YOURS.</summary>
    public static void DemandVoice(Call call, ReturningHome home)
    {
        if (home.Organization != call.Organization && !home.InCallersArea)
        {
            throw CareHomeFaults.NotYours();
        }
    }

    /// <summary>Why a home can make no return at all; null when it can.</summary>
    public static Fault? Barred(ReturningHome home) =>
        !home.IsCareHome ? CareHomeFaults.NotACareHome() : home.RegistrationStatus != "Registered" ? CareHomeFaults.Deregistered() : null;
}
