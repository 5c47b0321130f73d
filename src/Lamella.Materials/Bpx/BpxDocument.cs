using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Materials.Bpx;

/// <summary>The content of a BPX file, as stated there.</summary>
/// <remarks>
/// Battery Parameter eXchange, Faraday Institution, versions 0.1 to 1.x. What older versions keep in the cell and the electrolyte
/// (temperatures, salt concentration) is in <see cref="State"/> here.
/// </remarks>
public sealed record BpxDocument
{
    /// <summary>Gets the version, such as 1.1.0.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the title; the name of the file where none is stated.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the description, or an empty text.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>Gets the references, or an empty text.</summary>
    public string References { get; init; } = string.Empty;

    /// <summary>Gets the model that the file was made for: SPM, SPMe, DFN or Partial.</summary>
    public required string Model { get; init; }

    /// <summary>Gets the cell; null in a partial file without it.</summary>
    public BpxCell? Cell { get; init; }

    /// <summary>Gets the electrolyte; null in files for single particles.</summary>
    public BpxElectrolyte? Electrolyte { get; init; }

    /// <summary>Gets the negative electrode; null in a partial file without it.</summary>
    public BpxElectrode? Negative { get; init; }

    /// <summary>Gets the positive electrode; null in a partial file without it.</summary>
    public BpxElectrode? Positive { get; init; }

    /// <summary>Gets the separator; null in files for single particles.</summary>
    public BpxContact? Separator { get; init; }

    /// <summary>Gets the state.</summary>
    public BpxState State { get; init; } = new();

    /// <summary>Gets the measured curves that came with the file, by name.</summary>
    public ImmutableArray<BpxExperiment> Validation { get; init; } = [];

    /// <summary>Gets the names of user-defined values, which nothing here reads.</summary>
    public ImmutableArray<string> UserDefined { get; init; } = [];
}

/// <summary>Geometry and limits of the cell.</summary>
public sealed record BpxCell
{
    /// <summary>Gets the area of one electrode pair [m²].</summary>
    [Unit("m²")]
    public required double ElectrodeArea { get; init; }

    /// <summary>Gets the number of electrode pairs in parallel.</summary>
    [Unit("–")]
    public required int Pairs { get; init; }

    /// <summary>Gets the lower cut-off [V].</summary>
    [Unit("V")]
    public required double LowerCutOff { get; init; }

    /// <summary>Gets the upper cut-off [V].</summary>
    [Unit("V")]
    public required double UpperCutOff { get; init; }

    /// <summary>Gets the nominal capacity [C].</summary>
    [Unit("C")]
    public required double NominalCapacity { get; init; }

    /// <summary>Gets the temperature of all values [K]; 298.15 where none is stated.</summary>
    [Unit("K")]
    public double ReferenceTemperature { get; init; } = 298.15;

    /// <summary>Gets the cooled surface [m²], or null.</summary>
    [Unit("m²")]
    public double? ExternalSurface { get; init; }

    /// <summary>Gets the volume [m³], or null.</summary>
    [Unit("m³")]
    public double? Volume { get; init; }

    /// <summary>Gets the density of the whole cell [kg/m³], or null.</summary>
    [Unit("kg/m³")]
    public double? Density { get; init; }

    /// <summary>Gets the specific heat capacity of the whole cell [J/(kg·K)], or null.</summary>
    [Unit("J/(kg·K)")]
    public double? SpecificHeat { get; init; }
}

/// <summary>The electrolyte.</summary>
public sealed record BpxElectrolyte
{
    /// <summary>Gets t₊ [–].</summary>
    [Unit("–")]
    public required double TransferenceNumber { get; init; }

    /// <summary>Gets κ(c) of the bulk [S/m].</summary>
    public required BpxFunction Conductivity { get; init; }

    /// <summary>Gets the activation energy of κ [J/mol].</summary>
    [Unit("J/mol")]
    public double ConductivityActivationEnergy { get; init; }

    /// <summary>Gets D(c) of the bulk [m²/s].</summary>
    public required BpxFunction Diffusivity { get; init; }

    /// <summary>Gets the activation energy of D [J/mol].</summary>
    [Unit("J/mol")]
    public double DiffusivityActivationEnergy { get; init; }
}

/// <summary>A porous layer: separator, or what an electrode shares with it.</summary>
public record BpxContact
{
    /// <summary>Gets the thickness [m].</summary>
    [Unit("m")]
    public required double Thickness { get; init; }

    /// <summary>Gets the volume fraction of electrolyte [–]; NaN in files for single particles.</summary>
    [Unit("–")]
    public double Porosity { get; init; } = double.NaN;

    /// <summary>Gets effective over bulk transport in the electrolyte, the inverse MacMullin number [–]; NaN for single particles.</summary>
    [Unit("–")]
    public double TransportEfficiency { get; init; } = double.NaN;
}

/// <summary>An electrode.</summary>
public sealed record BpxElectrode : BpxContact
{
    /// <summary>Gets the effective electronic conductivity [S/m]; NaN in files for single particles.</summary>
    [Unit("S/m")]
    public double Conductivity { get; init; } = double.NaN;

    /// <summary>Gets the particle populations, at least one; a blend has several.</summary>
    public required ImmutableArray<BpxParticle> Particles { get; init; }
}

/// <summary>One particle population.</summary>
public sealed record BpxParticle
{
    /// <summary>Gets the name in a blend; empty in an electrode of one material.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Gets the least stoichiometry [–].</summary>
    [Unit("–")]
    public required double MinimumStoichiometry { get; init; }

    /// <summary>Gets the greatest stoichiometry [–].</summary>
    [Unit("–")]
    public required double MaximumStoichiometry { get; init; }

    /// <summary>Gets c_max [mol/m³].</summary>
    [Unit("mol/m³")]
    public required double MaximumConcentration { get; init; }

    /// <summary>Gets the radius [m].</summary>
    [Unit("m")]
    public required double Radius { get; init; }

    /// <summary>Gets the surface per volume of the electrode [1/m].</summary>
    [Unit("1/m")]
    public required double SurfaceArea { get; init; }

    /// <summary>Gets D(x) [m²/s].</summary>
    public required BpxFunction Diffusivity { get; init; }

    /// <summary>Gets the activation energy of D [J/mol].</summary>
    [Unit("J/mol")]
    public double DiffusivityActivationEnergy { get; init; }

    /// <summary>Gets U(x) at the reference temperature [V].</summary>
    public required BpxFunction Potential { get; init; }

    /// <summary>Gets the delithiation branch of U(x) [V], or null.</summary>
    public BpxFunction? DelithiationPotential { get; init; }

    /// <summary>Gets the lithiation branch of U(x) [V], or null.</summary>
    public BpxFunction? LithiationPotential { get; init; }

    /// <summary>Gets ∂U/∂T(x) [V/K], or null.</summary>
    public BpxFunction? EntropicCoefficient { get; init; }

    /// <summary>Gets k of i = 2F·k·√[(c/c₀)·x·(1 − x)]·sinh(Fη/2RT) [mol/(m²·s)].</summary>
    [Unit("mol/(m²·s)")]
    public required double RateConstant { get; init; }

    /// <summary>Gets the activation energy of k [J/mol].</summary>
    [Unit("J/mol")]
    public double RateActivationEnergy { get; init; }

    /// <summary>Gets the volume fraction of these particles, a·R/3 [–].</summary>
    [Unit("–")]
    public double VolumeFraction => SurfaceArea * Radius / 3.0;
}

/// <summary>Where the cell starts and what surrounds it.</summary>
public sealed record BpxState
{
    /// <summary>Gets the initial state of charge [–]; 1 where none is stated.</summary>
    [Unit("–")]
    public double InitialStateOfCharge { get; init; } = 1.0;

    /// <summary>Gets the initial temperature [K], or null.</summary>
    [Unit("K")]
    public double? InitialTemperature { get; init; }

    /// <summary>Gets the temperature of the surroundings [K], or null.</summary>
    [Unit("K")]
    public double? AmbientTemperature { get; init; }

    /// <summary>Gets the heat transfer coefficient of the cooled surface [W/(m²·K)], or null.</summary>
    [Unit("W/(m²·K)")]
    public double? HeatTransferCoefficient { get; init; }

    /// <summary>Gets the salt concentration at rest [mol/m³], or null.</summary>
    [Unit("mol/m³")]
    public double? SaltConcentration { get; init; }
}

/// <summary>A measured curve in a BPX file; positive current charges.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Time">t [s].</param>
/// <param name="Current">I [A].</param>
/// <param name="Voltage">V [V].</param>
/// <param name="Temperature">T [K]; empty where none is stated.</param>
public sealed record BpxExperiment(
    string Name, ImmutableArray<double> Time, ImmutableArray<double> Current, ImmutableArray<double> Voltage, ImmutableArray<double> Temperature);
