using System.Runtime.CompilerServices;
using System.Threading.Channels;
using GraphQL;
using Halton.Hub.Foundation;

namespace Halton.Hub.Transport.GraphQL;

/// <summary>Runs what the gate has let in, and puts every field that fails into the words of the hub, on record where it must be.</summary>
internal sealed class GraphQLExecution(IServiceProvider services, Refusals refusals)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestWatch = TimeSpan.FromMinutes(30);
    private readonly DocumentExecuter engine = new();

    /// <summary>Runs a query or a mutation, for 10 seconds at most.</summary>
    public async Task<ExecutionResult> Run(Admission admission, CancellationToken ct)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(Longest);
        try
        {
            return await Translate(admission, await Execute(admission, limited.Token));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw RequestRefused.Of(Fault.Retry(FaultKind.Unavailable, "TIMED_OUT", "The answer took longer than 10 seconds. Ask for less, or try again.", TimeSpan.FromSeconds(1)));
        }
    }

    /// <summary>Follows a subscription, for 30 minutes at most. It ends by itself, or with <see cref="RequestRefused"/>.</summary>
    public async IAsyncEnumerable<ExecutionResult> Follow(Admission admission, [EnumeratorCancellation] CancellationToken ct)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(LongestWatch);
        var begun = await Execute(admission, limited.Token);
        if (begun.Streams is not { Count: 1 } streams)
        {
            var failed = await Translate(admission, begun);
            throw new RequestRefused(200, false, _ => [.. failed.Errors ?? []]);
        }

        var results = Channel.CreateUnbounded<ExecutionResult>();
        using var reading = streams.Values.Single().Subscribe(new Sink(results.Writer));
        while (await Next(admission, results.Reader, limited.Token, ct) is { } next)
        {
            admission.Loads = new Loads();
            yield return await Translate(admission, next);
            admission.Pace.Written();
        }
    }

    private Task<ExecutionResult> Execute(Admission admission, CancellationToken ct) => engine.ExecuteAsync(new ExecutionOptions
    {
        Schema = admission.Visitor.Schema,
        Query = admission.Document.Text,
        Document = admission.Document.Ast,
        OperationName = admission.Operation.Name?.StringValue,
        Variables = admission.Variables,
        UserContext = admission.UserContext,
        RequestServices = services,
        ValidationRules = [],
        CachedDocumentValidationRules = [],
        CancellationToken = ct,
    });

    private async Task<ExecutionResult?> Next(Admission admission, ChannelReader<ExecutionResult> results, CancellationToken limited, CancellationToken ct)
    {
        try
        {
            return await results.WaitToReadAsync(limited) && results.TryRead(out var next) ? next : null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw RequestRefused.Of(Fault.Retry(FaultKind.Unavailable, "WATCH_ENDED", "Half an hour is over. Subscribe again with the resume token.", TimeSpan.FromMilliseconds(200)));
        }
        catch (ExecutionError ended)
        {
            throw RequestRefused.Of(await Take(admission, ended));
        }
    }

    private async Task<ExecutionResult> Translate(Admission admission, ExecutionResult result)
    {
        var found = result.Errors?.ToList() ?? [];
        result.Errors = null;
        foreach (var error in found)
        {
            var told = GraphQLErrors.Of(await Take(admission, error), admission.Visitor.TraceId);
            told.Path = error.Path;
            error.Locations?.ForEach(told.AddLocation);
            result.AddError(told);
        }

        return result;
    }

    private Task<Fault?> Take(Admission admission, ExecutionError error)
    {
        var call = error.Path?.FirstOrDefault() is string root ? admission.Calls.GetValueOrDefault(root) : null;
        return refusals.Take(error.InnerException ?? error, call?.Rule.Name ?? admission.Visitor.Schema.Title, call, admission.Visitor.TraceId);
    }

    private sealed class Sink(ChannelWriter<ExecutionResult> results) : IObserver<ExecutionResult>
    {
        public void OnCompleted() => results.TryComplete();

        public void OnError(Exception error) => results.TryComplete(error);

        public void OnNext(ExecutionResult value) => results.TryWrite(value);
    }
}
