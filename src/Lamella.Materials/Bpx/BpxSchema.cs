using System.Collections.Immutable;

namespace Lamella.Materials.Bpx;

/// <summary>The keys of BPX files.</summary>
internal static class BpxSchema
{
    internal const string Header = "Header";
    internal const string Parameterisation = "Parameterisation";
    internal const string State = "State";
    internal const string Validation = "Validation";
    internal const string Cell = "Cell";
    internal const string Electrolyte = "Electrolyte";
    internal const string Negative = "Negative electrode";
    internal const string Positive = "Positive electrode";
    internal const string Separator = "Separator";
    internal const string UserDefined = "User-defined";
    internal const string Blend = "Particle";

    internal const string Area = "Electrode area [m2]";
    internal const string Pairs = "Number of electrode pairs connected in parallel to make a cell";
    internal const string Lower = "Lower voltage cut-off [V]";
    internal const string Upper = "Upper voltage cut-off [V]";
    internal const string Capacity = "Nominal cell capacity [A.h]";
    internal const string Reference = "Reference temperature [K]";
    internal const string Surface = "External surface area [m2]";
    internal const string Volume = "Volume [m3]";
    internal const string Density = "Density [kg.m-3]";
    internal const string SpecificHeat = "Specific heat capacity [J.K-1.kg-1]";
    internal const string ThermalConductivity = "Thermal conductivity [W.m-1.K-1]";
    internal const string Ambient = "Ambient temperature [K]";
    internal const string Initial = "Initial temperature [K]";

    internal const string Transference = "Cation transference number";
    internal const string Conductivity = "Conductivity [S.m-1]";
    internal const string ConductivityEnergy = "Conductivity activation energy [J.mol-1]";
    internal const string Diffusivity = "Diffusivity [m2.s-1]";
    internal const string DiffusivityEnergy = "Diffusivity activation energy [J.mol-1]";
    internal const string InitialConcentration = "Initial concentration [mol.m-3]";

    internal const string Thickness = "Thickness [m]";
    internal const string Porosity = "Porosity";
    internal const string Efficiency = "Transport efficiency";

    internal const string Minimum = "Minimum stoichiometry";
    internal const string Maximum = "Maximum stoichiometry";
    internal const string MaximumConcentration = "Maximum concentration [mol.m-3]";
    internal const string Radius = "Particle radius [m]";
    internal const string SurfaceArea = "Surface area per unit volume [m-1]";
    internal const string Potential = "OCP [V]";
    internal const string Delithiation = "OCP (delithiation) [V]";
    internal const string Lithiation = "OCP (lithiation) [V]";
    internal const string Hysteresis = "OCP hysteresis decay constant";
    internal const string Entropy = "Entropic change coefficient [V.K-1]";
    internal const string Rate = "Reaction rate constant [mol.m-2.s-1]";
    internal const string RateEnergy = "Reaction rate constant activation energy [J.mol-1]";

    internal const string InitialConditions = "Initial conditions";
    internal const string StateOfCharge = "Initial state-of-charge";
    internal const string Salt = "Initial electrolyte concentration [mol.m-3]";
    internal const string HysteresisState = "Initial hysteresis state: ";
    internal const string ThermalEnvironment = "Thermal environment";
    internal const string ThermalState = "Thermal state"; // its name in early drafts of 1.x
    internal const string HeatTransfer = "Heat transfer coefficient [W.m-2.K-1]";
    internal const string Degradation = "Degradation";
    internal const string LithiumLoss = "LLI";
    internal const string MaterialLoss = "LAM: ";

    internal static readonly ImmutableArray<string> CellKeys =
        [Area, Pairs, Lower, Upper, Capacity, Reference, Surface, Volume, Density, SpecificHeat];

    internal static readonly ImmutableArray<string> ElectrolyteKeys =
        [Transference, Conductivity, ConductivityEnergy, Diffusivity, DiffusivityEnergy];

    internal static readonly ImmutableArray<string> ParticleKeys =
    [
        Minimum, Maximum, MaximumConcentration, Radius, SurfaceArea, Diffusivity, DiffusivityEnergy, Potential, Delithiation, Lithiation,
        Hysteresis, Entropy, Rate, RateEnergy,
    ];

    internal static readonly ImmutableArray<string> ExperimentKeys = ["Time [s]", "Current [A]", "Voltage [V]", "Temperature [K]"];

    internal static readonly ImmutableArray<string> Models = ["DFN", "SPMe", "SPM", "Partial"];
}
