namespace Halton.Hub.Bench.Report;

/// <summary>Says on standard error what goes on, so that standard output holds figures only.</summary>
internal static class Progress
{
    /// <summary>Says a line.</summary>
    public static void Say(string text) => Console.Error.WriteLine($"bench: {text}");
}
