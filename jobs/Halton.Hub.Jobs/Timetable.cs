using System.Security.Cryptography;
using System.Text;
using Halton.Hub.Foundation;

namespace Halton.Hub.Jobs;

/// <summary>
/// What fires when. Its name follows from what it says: nodes with the same timetable share it and its firings, and a changed one has
/// triggers of its own. A firing that two timetables have in common still runs once, for its fence is the same.
/// </summary>
public sealed class Timetable
{
    /// <summary>Makes one.</summary>
    /// <param name="clock">The clock's name.</param>
    /// <param name="lines">What fires when.</param>
    public Timetable(string clock, params IReadOnlyList<Timed> lines)
    {
        (Clock, Lines) = (clock, lines);
        var text = string.Join('\n', lines.Select(line => $"{line.Job.FullName} {line.Cron} {line.CatchUp}").Order(StringComparer.Ordinal));
        Name = $"{clock}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]}";
    }

    /// <summary>The clock's name.</summary>
    public string Clock { get; }

    /// <summary>The timetable's own name.</summary>
    public string Name { get; }

    /// <summary>Its lines.</summary>
    public IReadOnlyList<Timed> Lines { get; }

    /// <summary>The line of a job. Fault: JOB_UNKNOWN.</summary>
    public Timed Find(string job) => Lines.FirstOrDefault(line => line.Name == job)
        ?? throw new Fault(FaultKind.NotFound, "JOB_UNKNOWN", $"There is no job {job}. The jobs are: {string.Join(", ", Lines.Select(line => line.Name))}.");
}
