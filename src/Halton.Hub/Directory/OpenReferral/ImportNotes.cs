using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>What is noted about one service of a document: what is wrong, what was left out, and where in the document it stands.</summary>
internal sealed class ImportNotes
{
    private readonly List<ImportIssue> warnings = [];
    private readonly List<(string Path, FieldFault Fault)> elsewhere = [];
    private readonly Dictionary<string, string> paths = [];

    /// <summary>Gathers what is wrong.</summary>
    public FieldChecks Check { get; } = new();

    /// <summary>Whether anything is wrong.</summary>
    public bool Wrong => Check.Faults.Count + elsewhere.Count > 0;

    /// <summary>What is wrong, then what was left out.</summary>
    public IReadOnlyList<ImportIssue> Issues =>
    [
        .. Check.Faults.Select(f => ImportIssue.Error(f with { Field = InDocument(f.Field) })),
        .. elsewhere.Select(e => ImportIssue.Error(e.Fault with { Field = e.Path + e.Fault.Field })),
        .. warnings,
    ];

    /// <summary>Notes what was left out or kept although the document says otherwise.</summary>
    public void Warn(string field, string reason, string message) => warnings.Add(ImportIssue.Warning(field, reason, message));

    /// <summary>Notes what is wrong with a part that was checked by itself.</summary>
    /// <param name="path">Where the part stands, with its dot.</param>
    /// <param name="part">What was noted about it.</param>
    public void Take(string path, FieldChecks part) => elsewhere.AddRange(part.Faults.Select(f => (path, f)));

    /// <summary>Says where in the document stands what the entry calls otherwise.</summary>
    public void Stands(string entry, string document) => paths[entry] = document;

    private string InDocument(string field)
    {
        var known = paths.Keys.Where(k => field == k || field.StartsWith(k + ".", StringComparison.Ordinal)).MaxBy(k => k.Length);
        return known is null ? field : paths[known] + field[known.Length..];
    }
}
