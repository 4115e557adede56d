namespace Halton.Hub.CareHomes.Cqc;

/// <summary>What a source says when it is asked for one document.</summary>
/// <param name="Said">The document; null when there is none.</param>
/// <param name="Gone">Whether there being none means that CQC no longer knows it. A file says nothing of what is not in it.</param>
internal readonly record struct CqcAnswer<T>(T? Said, bool Gone)
    where T : class
{
    /// <summary>CQC no longer knows it.</summary>
    public static CqcAnswer<T> Vanished { get; } = new(null, true);

    /// <summary>Nothing is said of it.</summary>
    public static CqcAnswer<T> Silence { get; } = new(null, false);
}
