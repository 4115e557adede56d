using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Discharge;

/// <summary>
/// Tells what is happening with one discharge. By NHS number it finds the open stay, else the latest, and only where the number is verified
/// or the caller's own: an unverified number must not join two people. Not found and not yours are the same fault.
/// </summary>
public sealed class GetDischargeStatus(HubReads reads, PersonPseudonym pseudonym)
{
    private static readonly string OwnRows = DischargePolicy.Visible("$2");
    private static readonly string ById = $"where s.id = $1 and {OwnRows}";

    private static readonly string ByNumber =
        $"where {DischargePolicy.Named("$1", "$2")} and {OwnRows} order by s.nhs_number, (s.state <= 3) desc, s.admitted_at desc limit 1";

    /// <summary>The two statements of the basic view, for the test that takes the slice's own filter away.</summary>
    internal static IReadOnlyList<string> Statements { get; } = [Select(false, ById), Select(false, ByNumber)];

    private static readonly string[] Full = [Select(true, ById), Select(true, ByNumber)];

    /// <summary>Answers, after the look is on record.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="nhsNumber">Ten digits; or null.</param>
    /// <param name="dischargeId">The hub's id; or null.</param>
    /// <param name="full">Whether the person and the history are wanted.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<DischargeStatus> Run(Call call, string? nhsNumber, string? dischargeId, bool full, CancellationToken ct)
    {
        var byNumber = nhsNumber is not null;
        object key;
        byte[]? subject = null;
        if (byNumber)
        {
            if (!NhsNumber.TryParse(nhsNumber, out var number))
            {
                throw Fault.Invalid("nhs_number", "NHS_NUMBER_INVALID", "Ten digits with a valid modulus 11 check digit.");
            }

            (key, subject) = (number.Digits, pseudonym.Of(number));
        }
        else
        {
            var check = new FieldChecks();
            key = check.Id(dischargeId, "discharge_id");
            check.Settle();
        }

        var query = WalledBatch.Command((full ? Full : Statements)[byNumber ? 1 : 0], key, call.Organization);
        var found = await reads.Look(call, query, row => full ? StatusSql.ReadFull(row, call.Organization) : StatusSql.Read(row), s => s.Id, subject, ct);
        return found.Count == 1 ? found[0] : throw DischargeFaults.NotFound();
    }

    private static string Select(bool full, string where) =>
        $"select {StatusSql.Columns}{(full ? ", " + StatusSql.DetailColumns : "")} from discharge.stay s {where}";
}
