using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes;

/// <summary>The care-home slice's named refusals.</summary>
internal static class CareHomeFaults
{
    /// <summary>No such home.</summary>
    public static Fault HomeNotFound() => new(FaultKind.NotFound, "CARE_HOME_NOT_FOUND", "There is no such care home in the hub. Ask by the hub's id or by CQC location id.");

    /// <summary>Somebody else speaks for the home. Homes are public, so this hides nothing.</summary>
    public static Fault NotYours() => new(FaultKind.PermissionDenied, "NOT_YOURS", "Another organisation speaks for this home.");

    /// <summary>The service has no beds.</summary>
    public static Fault NotACareHome() => new(FaultKind.FailedPrecondition, "NOT_A_CARE_HOME", "CQC does not have this location registered as a care home.");

    /// <summary>The home is no longer registered.</summary>
    public static Fault Deregistered() => new(FaultKind.FailedPrecondition, "DEREGISTERED", "CQC no longer has this home registered. Use its successor's location id.");

    /// <summary>A return that came earlier is of a later moment.</summary>
    public static Fault NewerReturnKnown() =>
        new(FaultKind.Aborted, "NEWER_RETURN_KNOWN", "The hub knows a return of this home that is true of a later moment. Read the capacity, then report what is true now.");

    /// <summary>No such validation.</summary>
    public static Fault ValidationNotFound() => new(FaultKind.NotFound, "VALIDATION_NOT_FOUND", "There is no validation of this home by that council.");

    /// <summary>No such sanction.</summary>
    public static Fault SanctionNotFound() => new(FaultKind.NotFound, "SANCTION_NOT_FOUND", "There is no such sanction of yours.");

    /// <summary>The home lies in the council's own area.</summary>
    public static Fault InBorough() => new(FaultKind.FailedPrecondition, "IN_BOROUGH", "The home lies in your own area. Validation is for homes outside it.");

    /// <summary>The sanction has been lifted already.</summary>
    public static Fault SanctionLifted() => new(FaultKind.FailedPrecondition, "SANCTION_LIFTED", "The sanction has been lifted already.");

    /// <summary>People may be placed as it is.</summary>
    public static Fault NothingToOverride() => new(FaultKind.FailedPrecondition, "NOTHING_TO_OVERRIDE", "The checks let people be placed as it is.");

    /// <summary>No officer stands above the register.</summary>
    public static Fault CannotBeOverridden() =>
        new(FaultKind.FailedPrecondition, "CANNOT_BE_OVERRIDDEN", "CQC does not have the home registered, or says that nobody is cared for there. No override helps.");

    /// <summary>Only a council may leave out whose validations it means.</summary>
    public static Fault CouncilRequired() => Fault.Invalid("council", "COUNCIL_REQUIRED", "Name the council that places.");

    /// <summary>Which fault a broken database rule means.</summary>
    public static IReadOnlyDictionary<string, Func<Fault>> ByConstraint { get; } = new Dictionary<string, Func<Fault>>
    {
        ["beds_within_maximum"] = () => Fault.Invalid("beds", "MORE_THAN_MAXIMUM", "Occupied, reserved and available beds are more than there are."),
        ["one_sanction_of_a_kind"] = () => new Fault(FaultKind.AlreadyExists, "SANCTION_ALREADY_IMPOSED", "You have imposed this sanction on the home already. Lift it first."),
        ["one_contract_reference"] = () => new Fault(FaultKind.AlreadyExists, "CONTRACT_ALREADY_RECORDED", "You have recorded a contract with this reference already."),
    };
}
