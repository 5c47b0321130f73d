using System.Collections.Immutable;
using Lamella.Core.Errors;

namespace Lamella.Analysis.Techniques;

/// <summary>One technique of analysis: what it takes, what can be set, and how it is run. Implementations hold no state.</summary>
/// <remarks>A new technique is one class and one line in <see cref="AnalysisTechniques"/>; command line, JSON and page follow by themselves.</remarks>
public interface IAnalysisTechnique
{
    /// <summary>Gets the name on the command line: lower case with hyphens.</summary>
    string Name { get; }

    /// <summary>Gets what it finds from what, in one sentence.</summary>
    string Summary { get; }

    /// <summary>Gets the kinds of measurement that it takes; others are left aside.</summary>
    ImmutableArray<MeasurementKind> Accepts { get; }

    /// <summary>Gets a value indicating whether it needs no measurement where its settings say everything.</summary>
    bool RunsWithoutMeasurement => false;

    /// <summary>Gets what can be set.</summary>
    ImmutableArray<TechniqueOption> Options { get; }

    /// <summary>Gets whole command lines after <c>lamella analyse NAME</c> that run in a fresh copy of the project; at least one.</summary>
    ImmutableArray<string> Examples { get; }

    /// <summary>Analyses measurements.</summary>
    /// <param name="measurements">Measurements of the accepted kinds, in the order of the user.</param>
    /// <param name="settings">Settings that were made from <see cref="Options"/>.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="InputException">The measurements or settings cannot be used; the message says why and what to do.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    AnalysisOutcome Run(ImmutableArray<NamedMeasurement> measurements, TechniqueSettings settings, CancellationToken cancellation = default);
}
