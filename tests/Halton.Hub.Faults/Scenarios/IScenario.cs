namespace Halton.Hub.Faults.Scenarios;

/// <summary>A fault, or a deliberately broken way of doing things, under load.</summary>
internal interface IScenario
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>Runs it and checks.</summary>
    Task<Outcome> Run(FaultContext context, CancellationToken ct);
}
