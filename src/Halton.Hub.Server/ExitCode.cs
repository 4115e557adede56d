using System.CommandLine;
using System.CommandLine.Invocation;
using Halton.Hub.Foundation;
using Npgsql;

namespace Halton.Hub.Server;

/// <summary>
/// What a command's end tells the shell: 0 done, 1 refused or failed, 2 the hub could not start as asked, 3 the audit is not clean.
/// A refusal is one line on stderr that says what to do, never a stack trace.
/// </summary>
internal static class ExitCode
{
    /// <summary>Refused or failed.</summary>
    public const int Refused = 1;

    /// <summary>The hub could not start as asked.</summary>
    public const int NotStarted = 2;

    /// <summary>The audit is not clean.</summary>
    public const int NotClean = 3;

    // A stop drains calls and then stops the database; both have limits of their own well inside this one.
    private static readonly InvocationConfiguration Invocation = new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = TimeSpan.FromMinutes(2),
    };

    /// <summary>Runs what was asked for.</summary>
    public static async Task<int> Of(ParseResult asked)
    {
        if (asked.Action is ParseErrorAction)
        {
            return await Say($"{string.Join(" ", asked.Errors.Select(e => e.Message))} See ./hub help, or --help behind the command.", Refused);
        }

        try
        {
            return await asked.InvokeAsync(Invocation);
        }
        catch (OperationCanceledException)
        {
            return Refused;
        }
        catch (StartRefused refused)
        {
            return await Say(refused.Message, NotStarted);
        }
        catch (Fault fault)
        {
            return await Say($"{fault.Reason}: {fault.Message}", Refused);
        }
        catch (PostgresException refused)
        {
            return await Say($"The database refused: {refused.MessageText} ({refused.SqlState})", Refused);
        }
        catch (NpgsqlException lost)
        {
            return await Say($"The database cannot be reached: {lost.Message}", Refused);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or HttpRequestException)
        {
            return await Say(failed.Message, Refused);
        }
    }

    private static async Task<int> Say(string message, int code)
    {
        await Console.Error.WriteLineAsync($"hub: {message.ReplaceLineEndings(" ")}");
        return code;
    }
}
