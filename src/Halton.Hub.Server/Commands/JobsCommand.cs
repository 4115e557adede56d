using System.CommandLine;

namespace Halton.Hub.Server.Commands;

/// <summary><c>jobs</c>: what the clock does, did, and shall do now.</summary>
internal static class JobsCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => new("jobs", "See what the clock does, and fire a job.")
    {
        JobsListCommand.Create(),
        JobsHistoryCommand.Create(),
        JobsRunCommand.Create(),
    };

    /// <summary>The option that asks for JSON.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Print JSON." };
}
