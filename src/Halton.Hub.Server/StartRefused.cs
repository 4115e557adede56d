#pragma warning disable CA1032 // It is thrown with a message that says what to do, and never crosses a serialiser.
namespace Halton.Hub.Server;

/// <summary>The hub cannot start as asked; the message says why and what to do.</summary>
internal sealed class StartRefused(string message) : Exception(message);
