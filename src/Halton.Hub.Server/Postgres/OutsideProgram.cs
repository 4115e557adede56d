using System.Diagnostics;

namespace Halton.Hub.Server.Postgres;

/// <summary>Runs a program of the system, in the root folder and without PostgreSQL's own environment variables.</summary>
internal static class OutsideProgram
{
    /// <summary>Runs it to its end and gathers what it said.</summary>
    public static async Task<(int Code, string Output)> Run(IReadOnlyList<string> words, CancellationToken ct, string input = "")
    {
        using var process = Start(words, redirect: true);
        await process.StandardInput.WriteAsync(input.AsMemory(), ct);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var errors = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return (process.ExitCode, $"{await output}{await errors}".Trim());
    }

    /// <summary>Runs it, and refuses to go on when it fails.</summary>
    public static async Task Demand(IReadOnlyList<string> words, CancellationToken ct, string input = "")
    {
        var (code, output) = await Run(words, ct, input);
        if (code != 0)
        {
            throw new StartRefused($"The private PostgreSQL cluster could not be prepared ({string.Join(' ', words)}): {output}");
        }
    }

    /// <summary>Starts it and lets it run.</summary>
    public static Process Start(IReadOnlyList<string> words, bool redirect = false)
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            WorkingDirectory = "/",
            RedirectStandardInput = redirect,
            RedirectStandardOutput = redirect,
            RedirectStandardError = redirect,
        };
        foreach (var name in start.Environment.Keys.Where(n => n.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["LC_ALL"] = "C";
        return Process.Start(start)!;
    }
}
