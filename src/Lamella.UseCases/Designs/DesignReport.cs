using System.Collections.Immutable;
using System.Reflection;
using Lamella.Energy.Building;
using Lamella.Energy.Description;
using Lamella.Energy.Sensitivities;
using Lamella.Energy.Targets;
using Lamella.Reporting.Html;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Designs;

/// <summary>A designed cell, part by part, with its energy on every basis.</summary>
/// <param name="Sheet">The design as it was computed.</param>
/// <param name="Cell">The built cell.</param>
public sealed record DesignReport(DesignSheet Sheet, BuiltCell Cell)
{
    /// <summary>Version of the product that computes.</summary>
    internal static readonly string Version =
        typeof(DesignReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Gets the energies on the bases cathode, stack, cell and pack, with the uncertainties of the inputs.</summary>
    public required ImmutableArray<BasisEnergy> Energies { get; init; }

    /// <summary>Gets what each input does to the energy per mass of the cell, the strongest first.</summary>
    public required ImmutableArray<InputEffect> Effects { get; init; }

    /// <summary>Gets the simulated discharge whose voltage and capacity the design has, or null where the stated ones hold.</summary>
    public SimulatedDischarge? Discharge { get; init; }

    /// <summary>Gets what would have to change for the target, or null where none was asked.</summary>
    public DesignTarget? Target { get; init; }

    /// <summary>Gets the designs that nothing beats in energy, rate and cycles at once; empty where they were not asked for.</summary>
    public ImmutableArray<ParetoPoint> Front { get; init; } = [];

    /// <summary>Gets what to mind, in sentences.</summary>
    public required ImmutableArray<string> Warnings { get; init; }

    /// <summary>Returns the summary as JSON.</summary>
    /// <returns>The text of result.json.</returns>
    public string ToJson() => JsonFile.Text(writer => DesignJson.Write(writer, this));

    /// <summary>Writes result.json and dossier.html into a folder, whole or not at all.</summary>
    /// <param name="folder">The folder; an older result is replaced, anything else is not.</param>
    /// <exception cref="Core.Errors.InputException">The folder is none that results may replace.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void Write(string folder) => ResultFolder.Write(folder, inside =>
    {
        using FileStream json = File.Create(Path.Combine(inside, ResultFolder.SummaryFile));
        JsonFile.Write(json, writer => DesignJson.Write(writer, this));
        using var page = new StreamWriter(Path.Combine(inside, ResultFolder.DossierFile)) { NewLine = "\n" };
        DossierHtml.Write(DesignPage.Of(this), page);
    });
}
