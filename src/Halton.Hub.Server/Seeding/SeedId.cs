using System.Buffers.Binary;

namespace Halton.Hub.Server.Seeding;

/// <summary>UUIDs shaped as version 7 that come out the same each time: the moment, a part, and the number of the stay.</summary>
internal static class SeedId
{
    /// <summary>The id of a stay's part; part 0 is the stay itself.</summary>
    public static Guid Of(DateTimeOffset moment, long stay, int part)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, ((ulong)moment.ToUnixTimeMilliseconds() << 16) | 0x7000 | (uint)part);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (0b10UL << 62) | (ulong)stay);
        return new Guid(bytes, bigEndian: true);
    }
}
