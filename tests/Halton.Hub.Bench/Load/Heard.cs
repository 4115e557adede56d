using Google.Protobuf;

namespace Halton.Hub.Bench.Load;

/// <summary>One message of a capacity watch as a measuring device reads it: how many events, which, and when they occurred, without the rest.</summary>
internal sealed record Heard(List<(Guid Id, long OccurredTicks)> Events, string Token)
{
    private const long UnixTicks = 621_355_968_000_000_000;

    /// <summary>Reads the bytes of a WatchCapacityResponse.</summary>
    public static Heard Read(byte[] message)
    {
        var input = new CodedInputStream(message);
        var (events, token) = (new List<(Guid, long)>(), "");
        while (input.ReadTag() is var tag && tag != 0)
        {
            switch (tag >> 3)
            {
                case 1:
                    events.Add(Event(new CodedInputStream(input.ReadBytes().ToByteArray())));
                    break;
                case 2:
                    token = input.ReadString();
                    break;
                default:
                    input.SkipLastField();
                    break;
            }
        }

        return new Heard(events, token);
    }

    private static (Guid Id, long OccurredTicks) Event(CodedInputStream input)
    {
        var (id, ticks) = (Guid.Empty, 0L);
        while (input.ReadTag() is var tag && tag != 0)
        {
            switch (tag >> 3)
            {
                case 1:
                    id = Guid.Parse(input.ReadString());
                    break;
                case 3:
                    var moment = Google.Protobuf.WellKnownTypes.Timestamp.Parser.ParseFrom(input.ReadBytes());
                    ticks = UnixTicks + (moment.Seconds * TimeSpan.TicksPerSecond) + (moment.Nanos / 100);
                    return (id, ticks);
                default:
                    input.SkipLastField();
                    break;
            }
        }

        return (id, ticks);
    }
}
