using System.CommandLine;
using System.CommandLine.Invocation;
using Halton.Hub.Bench;
using Halton.Hub.Bench.Bare;

// The benchmark itself, and the hidden command that its child process, the bare reference, runs.
var parsed = BenchCommand.Create(BareCommand.Create()).Parse(args);
if (parsed.Action is ParseErrorAction)
{
    await Console.Error.WriteLineAsync($"bench: {string.Join(" ", parsed.Errors.Select(e => e.Message))} See ./hub bench --help.");
    return 1;
}

try
{
    // What the benchmark started is stopped in order, databases included; that has a limit of its own inside this one.
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromMinutes(2) });
}
catch (OperationCanceledException)
{
    return 1;
}
catch (BenchFailed failed)
{
    await Console.Error.WriteLineAsync($"bench: {failed.Message}");
    return 2;
}
