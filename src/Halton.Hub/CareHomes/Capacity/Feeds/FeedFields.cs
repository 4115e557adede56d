using System.Globalization;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Capacity.Feeds;

/// <summary>
/// The columns of an extract, as the national capacity collection names them, and <c>bedtype</c>, <c>reserved</c> and <c>closurereason</c>, which
/// the hub adds. Names go without case; columns that the hub does not know are passed over.
/// </summary>
internal sealed class FeedFields(CodeSystems codes, TimeProvider clock)
{
    private const string NotStated = "not-stated";

    private static readonly string[] Times =
        ["yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mmK", "yyyy-MM-dd HH:mmK", "dd/MM/yyyy HH:mm:ss", "dd/MM/yyyy HH:mm"];

    private static readonly Dictionary<string, bool> Answers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["true"] = true,
        ["yes"] = true,
        ["y"] = true,
        ["1"] = true,
        ["open"] = true,
        ["accepting"] = true,
        ["false"] = false,
        ["no"] = false,
        ["n"] = false,
        ["0"] = false,
        ["closed"] = false,
        ["not accepting"] = false,
    };

    /// <summary>Columns without which an extract says nothing.</summary>
    public static IReadOnlyList<string> Needed { get; } = ["cqcid", "maxcapacity", "usedbeds", "declaredvacancies", "lastupdatedutc"];

    /// <summary>Columns of which one must be there.</summary>
    public static IReadOnlyList<string> EitherNeeded { get; } = ["isacceptingadmissions", "admissionstatus"];

    /// <summary>Every column that is read.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. Needed, .. EitherNeeded, "bedtype", "reserved", "closurereason"];

    /// <summary>Refuses an extract without the columns that it needs. FeedBroken: COLUMN_MISSING.</summary>
    public static void DemandColumns(Func<string, bool> has, int at)
    {
        foreach (var column in Needed.Where(column => !has(column)))
        {
            throw new FeedBroken(at, column, "COLUMN_MISSING", $"Columns needed: {string.Join(", ", Needed)}, and {string.Join(" or ", EitherNeeded)}.");
        }

        if (!EitherNeeded.Any(has))
        {
            throw new FeedBroken(at, EitherNeeded[0], "COLUMN_MISSING", $"One of {string.Join(", ", EitherNeeded)} is needed.");
        }
    }

    /// <summary>Reads a row; null, and told in the report, when something is wrong with it.</summary>
    /// <param name="at">Its place.</param>
    /// <param name="given">The value of a column, or null.</param>
    /// <param name="report">Told of each fault.</param>
    public FeedRow? Read(int at, Func<string, string?> given, FeedReport report)
    {
        var check = new FieldChecks();
        var location = check.Text(given("cqcid"), "cqcid", 30);
        var (maximum, occupied, available) = (Count("maxcapacity", true), Count("usedbeds", true), Count("declaredvacancies", true));
        var reserved = Count("reserved", false);
        if (check.Faults.Count == 0)
        {
            check.That(occupied + reserved + available <= maximum, "maxcapacity", "MORE_THAN_MAXIMUM", "Used, reserved and vacant beds are more than there are.");
        }

        var asOf = Moment();
        var accepting = Accepting();
        var kind = Code("bedtype", CareHomeCodes.BedType, asOf);
        var reason = Code("closurereason", CareHomeCodes.ClosureReason, asOf);
        check.That(!accepting || reason is null, "closurereason", "NOT_EXPECTED", "A home that takes people in gives no reason for being closed.");
        for (var i = 0; i < check.Faults.Count; i++)
        {
            var (column, why, message) = check.Faults[i];
            (i == 0 ? report.Refuse : (Action<int, string?, string, string>)report.Also)(at, column, why, message);
        }

        return check.Faults.Count > 0 ? null : new FeedRow(at, location, kind, maximum, occupied, reserved, available, asOf, accepting, accepting ? null : reason ?? NotStated);

        int Count(string column, bool needed)
        {
            if (given(column) is not { } text)
            {
                check.That(!needed, column, "REQUIRED", "A number is required.");
                return 0;
            }

            return check.That(int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number), column, "NOT_A_NUMBER", "Write a whole number.")
                && check.That(number is >= 0 and <= CapacityRules.Most, column, "OUT_OF_RANGE", $"From 0 to {CapacityRules.Most}.") ? number : 0;
        }

        DateTimeOffset Moment()
        {
            DateTimeOffset? moment = null;
            if (given("lastupdatedutc") is { } text)
            {
                var read = DateTimeOffset.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var found);
                if (!check.That(read, "lastupdatedutc", "NOT_A_MOMENT", "Write YYYY-MM-DDTHH:MM:SSZ."))
                {
                    return clock.GetUtcNow();
                }

                moment = found;
            }

            return check.Past(moment, "lastupdatedutc", clock.GetUtcNow());
        }

        bool Accepting()
        {
            var column = EitherNeeded.FirstOrDefault(name => given(name) is not null);
            return check.That(column is not null, EitherNeeded[0], "REQUIRED", "Say whether the home takes people in.")
                && check.That(Answers.TryGetValue(given(column!)!, out var answer), column!, "NOT_YES_OR_NO", "Write true or false.") && answer;
        }

        string? Code(string column, string system, DateTimeOffset on) => given(column) is { } code
            ? codes.Check(check, column, system, new Coding("", code.ToLowerInvariant()), LondonTime.Day(on), required: false)?.Code
            : null;
    }
}
