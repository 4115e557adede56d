namespace Halton.Hub.Notices;

/// <summary>How a receiver's line stands.</summary>
public sealed class ReceiverLine
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Code of the organisation.</summary>
    public required string Org { get; init; }

    /// <summary>Where notices go.</summary>
    public required string Url { get; init; }

    /// <summary>What kinds of event begin with.</summary>
    public required string[] Kinds { get; init; }

    /// <summary>Whether it is paused.</summary>
    public required bool Paused { get; init; }

    /// <summary>Whether the hub may call there.</summary>
    public required bool Allowed { get; init; }

    /// <summary>Notices in the line.</summary>
    public required long Pending { get; init; }

    /// <summary>Notices that were taken.</summary>
    public required long Sent { get; init; }

    /// <summary>Notices that were given up.</summary>
    public required long Dead { get; init; }

    /// <summary>How the first in the line, or else the last that was given up, went last; null when well.</summary>
    public string? Trouble { get; init; }
}
