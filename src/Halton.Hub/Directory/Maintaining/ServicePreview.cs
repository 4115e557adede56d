namespace Halton.Hub.Directory.Maintaining;

/// <summary>What an entry would come to if it were sent.</summary>
/// <param name="Issues">What is wrong and what could be better; nothing is taken while one is an error.</param>
/// <param name="Changes">What would change, in short texts.</param>
public sealed record ServicePreview(IReadOnlyList<PreviewIssue> Issues, IReadOnlyList<PreviewChange> Changes);

/// <summary>Something that is wrong with an entry or could be better.</summary>
/// <param name="Severity">error: a change would be refused with it; warning: people will find the service less well.</param>
/// <param name="Field">The field, as the entry spells it.</param>
/// <param name="Reason">Its stable name.</param>
/// <param name="Message">What would be right.</param>
public sealed record PreviewIssue(string Severity, string Field, string Reason, string Message)
{
    /// <summary>A change would be refused with it.</summary>
    public const string Error = "error";

    /// <summary>A change would be taken all the same.</summary>
    public const string Warning = "warning";
}

/// <summary>A field that would change.</summary>
/// <param name="Field">The field, as the entry spells it.</param>
/// <param name="Before">What it says now, or null.</param>
/// <param name="After">What it would say, or null.</param>
public sealed record PreviewChange(string Field, string? Before, string? After);
