using Lamella.Core.Errors;
using Lamella.Energy.Building;
using Lamella.Energy.Description;
using Lamella.Energy.Sensitivities;
using Lamella.Materials.Parameters;
using Lamella.Materials.Records;

namespace Lamella.UseCases.Designs;

/// <summary>Reads a design file and finds mass, volume, energy, power and lithium of the cell.</summary>
public static class DesignCell
{
    /// <summary>Computes a design.</summary>
    /// <param name="request">Which design.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The report.</returns>
    /// <exception cref="InputException">The file describes no cell; the message says why.</exception>
    public static DesignReport Run(DesignRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        MaterialLibrary materials = MaterialLibrary.LoadShipped();
        DesignSheet sheet = DesignSheet.Read(request.DesignFile, FactLibrary.LoadShipped());
        return Report(sheet, materials, cancellation);
    }

    internal static DesignReport Report(DesignSheet sheet, MaterialLibrary materials, CancellationToken cancellation)
    {
        BuiltCell cell = BuiltCell.Of(sheet.Build(materials));
        var variation = new DesignVariation(materials);
        cancellation.ThrowIfCancellationRequested();
        return new DesignReport(sheet, cell)
        {
            Energies =
            [
                .. Enum.GetValues<EnergyBasis>().Select(basis => new BasisEnergy(
                    basis, cell.Mass(basis), cell.Volume(basis),
                    variation.Propagate(sheet, built => built.SpecificEnergy(basis)), variation.Propagate(sheet, built => built.EnergyDensity(basis)))),
            ],
            Effects = variation.Tornado(sheet, built => built.SpecificEnergy(EnergyBasis.Cell)),
            Warnings = DesignWarnings.Of(sheet, cell),
        };
    }
}
