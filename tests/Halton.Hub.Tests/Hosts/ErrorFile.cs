using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Halton.Hub.Tests.Hosts;

/// <summary>Keeps every error answer of the run, with its trailers, for the leak scan.</summary>
public sealed class ErrorFile : Interceptor
{
    private static readonly Lock Door = new();

    /// <inheritdoc />
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var call = continuation(request, context);
        return new AsyncUnaryCall<TResponse>(Keep(call.ResponseAsync), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
    }

    private static async Task<T> Keep<T>(Task<T> response)
    {
        try
        {
            return await response;
        }
        catch (RpcException e)
        {
            var trailers = string.Join(' ', e.Trailers.Select(t => t.IsBinary ? System.Text.Encoding.Latin1.GetString(t.ValueBytes) : t.Value));
            Keep($"{e.Status} {trailers}");
            throw;
        }
    }

    /// <summary>Keeps one.</summary>
    public static void Keep(string error)
    {
        lock (Door)
        {
            File.AppendAllText(Path.Combine(TestCluster.Output, $"errors-{Environment.ProcessId}.txt"), error + "\n");
        }
    }
}
