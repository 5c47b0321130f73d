using System.Collections.Immutable;
using System.Reflection;
using Lamella.Energy.Building;
using Lamella.Energy.Description;
using Lamella.Energy.Sensitivities;
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

    /// <summary>Gets what to mind, in sentences.</summary>
    public required ImmutableArray<string> Warnings { get; init; }

    /// <summary>Returns the summary as JSON.</summary>
    /// <returns>The text of result.json.</returns>
    public string ToJson() => JsonFile.Text(writer => DesignJson.Write(writer, this));
}
