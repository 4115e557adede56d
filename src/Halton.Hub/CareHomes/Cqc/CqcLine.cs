namespace Halton.Hub.CareHomes.Cqc;

/// <summary>
/// The line to CQC, one attempt at a time: only to the base address, no longer than a document may be, to the last byte before the attempt
/// counts as answered. So an answer that is cut off is repeated like one that never came. Source: OWASP ASVS 5, 13.2.4 and 15.3.2.
/// </summary>
internal sealed class CqcLine(Uri home) : DelegatingHandler
{
    /// <summary>The longest answer that is read, in bytes.</summary>
    public const int Longest = 1 << 20;

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { } address || !home.IsBaseOf(address))
        {
            throw new InvalidOperationException("Only the base address is asked.");
        }

        var answer = await base.SendAsync(request, cancellationToken);
        try
        {
            await (answer.IsSuccessStatusCode ? answer.Content.LoadIntoBufferAsync(Longest, cancellationToken) : Task.CompletedTask);
            return answer;
        }
        catch (HttpRequestException e)
        {
            answer.Dispose();
            throw e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded ? CqcFaults.TooLarge() : e;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }
}
