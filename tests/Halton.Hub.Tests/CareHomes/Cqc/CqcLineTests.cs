using System.Net;
using Halton.Hub.CareHomes.Cqc;
using Halton.Hub.Foundation;
using Xunit;

namespace Halton.Hub.Tests.CareHomes.Cqc;

/// <summary>One attempt to ask CQC: where it may go, and how much of an answer is taken.</summary>
public sealed class CqcLineTests
{
    private const int Block = 64 << 10;
    private static readonly Uri Home = new("https://cqc.example/public/v1/");

    [Fact]
    public async Task No_more_is_read_than_a_document_s_length()
    {
        using var flood = new Flood(10 << 20);
        Assert.Equal("CQC_ANSWER_TOO_LARGE", (await Assert.ThrowsAsync<Fault>(() => Ask(flood, new Uri(Home, "locations/1-1")))).Reason);
        Assert.InRange(flood.Position, CqcLine.Longest, CqcLine.Longest + (2 * Block));
    }

    [Fact]
    public async Task A_document_may_be_as_long_as_that()
    {
        using var whole = new Flood(CqcLine.Longest);
        Assert.Equal(CqcLine.Longest, (await Ask(whole, new Uri(Home, "locations/1-1"))).Length);
    }

    [Theory]
    [InlineData("https://elsewhere.example/public/v1/locations/1-1")]
    [InlineData("http://cqc.example/public/v1/locations/1-1")]
    [InlineData("https://cqc.example:8443/public/v1/locations/1-1")]
    [InlineData("https://cqc.example/private/v1/locations/1-1")]
    [InlineData("https://cqc.example/public/v1/../../private")]
    public async Task Nothing_but_the_base_address_is_asked(string address)
    {
        using var answer = new Flood(1);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Ask(answer, new Uri(address)));
        Assert.Equal(0, answer.Position);
    }

    private static async Task<byte[]> Ask(Stream body, Uri address)
    {
        using var client = new HttpClient(new CqcLine(Home) { InnerHandler = new Answers(body) });
        using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Answers(Stream body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(body, Block) });
    }

    /// <summary>A stream without a length that counts what is read of it.</summary>
    private sealed class Flood(int length) : Stream
    {
        private long read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var taken = (int)Math.Min(count, length - read);
            read += taken;
            return taken;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
