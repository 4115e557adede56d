namespace Halton.Hub.CareHomes.Validation.Checks;

/// <summary>
/// The twelve checks of an out-of-borough provider validation. Each is a pure function of the evidence. No council's own form was to be had:
/// the checks put together what ADASS, SCIE and CQC ask of placing authorities and what Halton's CQC assessment of 2025 tells.
/// </summary>
internal static class TwelveChecks
{
    /// <summary>The host authority's part: its evidence is the placing council's alone.</summary>
    public static readonly IReadOnlySet<string> OfHost = new HashSet<string> { "05", "07", "10" };

    /// <summary>The check whose block nobody can override.</summary>
    public const string Registration = "01";

    /// <summary>Codes of validation-check and what is done for each.</summary>
    public static readonly IReadOnlyList<(string Code, Func<Evidence, Finding> Check)> All =
    [
        (Registration, RegistrationCheck.Of),
        ("02", NeedCheck.Of),
        ("03", RatingCheck.Of),
        ("04", ManagementCheck.Of),
        ("05", HostCheck.Of),
        ("06", QualityCheck.Of),
        ("07", SafeguardingCheck.Of),
        ("08", ContractCheck.Of),
        ("09", InsuranceCheck.Of),
        ("10", NotificationCheck.Of),
        ("11", DistanceCheck.Of),
        ("12", ReviewCheck.Of),
    ];

    /// <summary>Runs them.</summary>
    public static IReadOnlyDictionary<string, Finding> Run(Evidence known) => All.ToDictionary(check => check.Code, check => check.Check(known));
}
