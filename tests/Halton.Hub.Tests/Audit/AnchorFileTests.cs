using System.Security.Cryptography;
using Halton.Hub.Audit;
using Xunit;

namespace Halton.Hub.Tests.Audit;

/// <summary>The anchors outside the database: two firings of the seal may write at once, and no line is lost.</summary>
public sealed class AnchorFileTests
{
    [Fact]
    public async Task Lines_that_are_written_at_once_all_stand()
    {
        var path = Path.GetTempFileName();
        var anchors = new AnchorFile(path);
        var hashes = Enumerable.Range(1, 2_000).Select(block => SHA256.HashData(BitConverter.GetBytes(block))).ToArray();
        await Parallel.ForAsync(1, hashes.Length + 1, (block, _) =>
        {
            anchors.Append(block, hashes[block - 1]);
            anchors.Confirm(block);
            return ValueTask.CompletedTask;
        });
        var read = await anchors.Read(CancellationToken.None);
        Assert.All(Enumerable.Range(1, hashes.Length), block => Assert.Equal(["sealed", Convert.ToHexStringLower(hashes[block - 1])], read[block].OrderDescending(StringComparer.Ordinal)));
        Assert.Equal(hashes.Length, AnchorFile.LastSealed(read));
        File.Delete(path);
    }
}
