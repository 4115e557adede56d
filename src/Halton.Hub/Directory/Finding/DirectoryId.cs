using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.Finding;

/// <summary>Ids that are asked for.</summary>
internal static class DirectoryId
{
    /// <summary>The id, or a fault on its field.</summary>
    public static Guid Of(string? text, string field)
    {
        var check = new FieldChecks();
        var id = check.Id(text, field);
        check.Settle();
        return id;
    }

    /// <summary>There is none of that id.</summary>
    public static Fault NotFound(string reason, string what) => new(FaultKind.NotFound, reason, $"The directory has no {what} of that id.");
}
