namespace Halton.Hub.Events;

/// <summary>Whether this node is stopping. Readiness turns false, streams end with their token, then the process goes.</summary>
public sealed class Drain
{
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when draining begins.</summary>
    public Task Begun => begun.Task;

    /// <summary>Begins.</summary>
    public void Begin() => begun.TrySetResult();
}
