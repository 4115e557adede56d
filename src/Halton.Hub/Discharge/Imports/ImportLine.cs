using Halton.Hub.Access;
using Halton.Hub.Audit;
using Halton.Hub.Foundation;

namespace Halton.Hub.Discharge.Imports;

/// <summary>A line on its way to the operation that takes it.</summary>
/// <param name="Item">The line.</param>
/// <param name="Call">A call of the operation's own; the feed's while the operation is not known.</param>
/// <param name="Update">The operation's request.</param>
/// <param name="RequestId">The id of the request: the same line has the same on whichever node and however often.</param>
/// <param name="Wrong">Why no operation may take it.</param>
internal sealed record ImportLine(ImportItem Item, Call Call, object? Update, Guid RequestId, Fault? Wrong)
{
    /// <summary>Whether it opens a stay.</summary>
    public bool Admits => Update is RecordAdmission.Request;

    /// <summary>Reads a line and judges whether the caller may make the call of its kind.</summary>
    public static ImportLine Of(Call feed, string feedId, ImportItem item, AccessTable table)
    {
        var line = new ImportLine(item, feed with { }, null, NamedId.Of($"{feed.Caller.Partner}\n{feedId}\n{item.Key}"), null);
        try
        {
            var update = Checked(item);
            line = line with { Update = update, Call = new Call(feed.Caller, table.Find(ImportedUpdates.Door(update)), feed.Purpose, feed.TraceId) };
            AccessTable.Demand(line.Call.Rule, line.Call.Caller, line.Call.Purpose);
            return line;
        }
        catch (Fault fault)
        {
            return line with { Wrong = fault };
        }
    }

    /// <summary>The answer to a line that was taken.</summary>
    public ImportAnswer Taken(DischargeStatus status, bool before) => new(Item.Key, status.Id, status.Etag, before, null);

    /// <summary>The answer to a line that was not taken, once that is on record.</summary>
    public async Task<ImportAnswer> Refused(Fault fault, AuditLog audit)
    {
        if (!Call.OnRecord && fault.Kind is not (FaultKind.Unavailable or FaultKind.ResourceExhausted))
        {
            await audit.Refused(Call, fault.Reason);
        }

        return new ImportAnswer(Item.Key, null, null, false, fault.Reason == "REQUEST_ID_REUSED"
            ? new Fault(FaultKind.AlreadyExists, "ITEM_KEY_REUSED", "A line of this key was taken, and said something else. Use a new key for each new line.")
            : fault);
    }

    private static object Checked(ImportItem item)
    {
        var check = new FieldChecks();
        check.Text(item.Key, "item_key", 100);
        check.OptionalText(item.Spell, "spell_identifier", 50);
        var update = item.Read();
        check.That(update is not null, "update", "REQUIRED", "Say what happened.");
        var admission = update is RecordAdmission.Request;
        check.That(!admission || item.DischargeId is null, "discharge_id", "NOT_EXPECTED", "An admission opens a stay of its own.");
        check.That(admission || (item.Spell is null) != (item.DischargeId is null), "discharge_id", "REQUIRED", "Name the stay by the hub's id or by its spell; give exactly one.");
        check.Settle();
        return update!;
    }
}
