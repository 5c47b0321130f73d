using Lamella.Cells.Description;
using Lamella.Core;
using Lamella.Core.Provenance;
using Lamella.Materials.Electrodes;
using Lamella.Materials.Electrolytes;
using Lamella.Materials.Laws;
using Lamella.Materials.OpenCircuit;

namespace Lamella.Cells.Tests.HalfCell;

/// <summary>Cells that the tests solve: the published half cell Xu2019 and small cells with every kind of layer.</summary>
internal static class ReferenceCells
{
    internal static readonly Source Test = Source.Assumption("test value");

    /// <summary>Gets the parameter set Xu2019 as the reference solutions used it.</summary>
    internal static CellDescription Xu2019 { get; } = MakeXu2019();

    /// <summary>Gets Xu2019 with the polymer electrolyte of the reference solution: t₊ 0.2, κ 0.05 S/m, D 8·10⁻¹² m²/s.</summary>
    internal static CellDescription Polymer { get; } = MakePolymer();

    internal static PropertyLaw Constant(double value) => PropertyLaws.Constant(value, Test);

    internal static BinaryLayer Binary(string name, double thickness, double kappa, double diffusivity, double transference) => new()
    {
        Name = name,
        Thickness = thickness,
        Conductivity = Constant(kappa),
        Diffusivity = Constant(diffusivity),
        TransferenceNumber = Constant(transference),
        ThermodynamicFactor = Constant(1.0),
        VolumeFraction = 1.0,
        RestConcentration = 1000.0,
    };

    internal static LithiumElectrode Foil(double exchangeCurrentDensity, double thickness = 20e-6, double film = 0.0) => new()
    {
        Metal = new LithiumMetal
        {
            Name = "test lithium",
            MolarVolume = 1.3e-5,
            ReferenceExchangeCurrentDensity = exchangeCurrentDensity,
            ConcentrationExponent = 0.0,
            TransferCoefficient = 0.5,
            ActivationEnergy = 0.0,
            ReferenceTemperature = 298.15,
            Sources = new Dictionary<string, Source>(),
        },
        Thickness = thickness,
        FilmResistance = film,
    };

    internal static CellDescription Symmetric(params ElectrolyteLayer[] layers) => new()
    {
        Name = "Li | Li",
        Area = 1e-4,
        Lithium = Foil(10.0),
        CounterLithium = Foil(10.0),
        Layers = [.. layers],
        Joints = [.. layers.Select(_ => Joint.Perfect)],
        OneCCurrentDensity = 0.0,
        LowerCutOff = -2.0,
        UpperCutOff = 2.0,
    };

    /// <summary>Gel, ceramic, gel with resistive joints and a partition, and an NCM532 cathode with a nonlinear gel.</summary>
    internal static CellDescription Laminate { get; } = MakeLaminate();

    private static CellDescription MakePolymer()
    {
        CellDescription xu = Xu2019;
        BinaryLayer Polymer(ElectrolyteLayer layer, double fraction) => ((BinaryLayer)layer) with
        {
            Conductivity = Constant(0.05 * Math.Pow(fraction, 1.5)),
            Diffusivity = Constant(8e-12 * Math.Pow(fraction, 1.5)),
            TransferenceNumber = Constant(0.2),
        };
        return xu with
        {
            Layers = [Polymer(xu.Layers[0], 0.39)],
            Cathode = xu.Cathode! with { Pores = Polymer(xu.Cathode!.Pores, 0.331) },
        };
    }

    private static CellDescription MakeLaminate()
    {
        CellDescription xu = Xu2019;
        var gel = (BinaryLayer)xu.Layers[0];
        return xu with
        {
            Name = "laminate",
            Layers =
            [
                gel with { Name = "gel 1", Thickness = 10e-6 },
                new SingleIonLayer { Name = "ceramic", Thickness = 40e-6, Conductivity = Constant(0.05) },
                gel with { Name = "gel 2", Thickness = 5e-6 },
                gel with { Name = "gel 3", Thickness = 5e-6, TransferenceNumber = Constant(0.6) },
            ],
            Joints = [new Joint(1e-3, 1.0), new Joint(2e-3, 1.0), new Joint(5e-4, 1.2), Joint.Perfect],
            ContactResistance = 1e-4,
        };
    }

    private static CellDescription MakeXu2019()
    {
        const double tortuous = 1.5;
        double separator = Math.Pow(0.39, tortuous), pores = Math.Pow(0.331, tortuous);
        var material = new ActiveMaterial
        {
            Name = "nmc532-xu2019",
            OpenCircuitPotential = PropertyLaw.From(default(Nmc532Mohtat2020), Test, new(0.0, 1.0), ValidRange.Unbounded),
            Diffusivity = Constant(1e-14),
            Kinetics = new IntercalationKinetics(
                5.76e-11 * PhysicalConstants.Faraday * Math.Sqrt(1000.0) * 0.5 * 48230.0, 0.5, 0.0, 298.15, Test),
            CrystalDensity = 4750.0,
            CrystallographicSites = 49197.0,
            PublishedMaximumConcentration = 48230.0,
            ParticleRadius = 5.3e-6,
            ElectronicConductivity = 100.0,
            Sources = new Dictionary<string, Source>(),
        };
        BinaryLayer Electrolyte(string name, double thickness, double fraction, double factor) => new()
        {
            Name = name,
            Thickness = thickness,
            Conductivity = Scaled(default(Valoen2005Conductivity), factor),
            Diffusivity = Scaled(default(Valoen2005Diffusivity), factor),
            TransferenceNumber = Constant(0.38),
            ThermodynamicFactor = Constant(1.0),
            VolumeFraction = fraction,
            RestConcentration = 1000.0,
        };
        return new CellDescription
        {
            Name = "Xu2019",
            Area = 0.01 * 0.0154,
            Lithium = new LithiumElectrode
            {
                Metal = new LithiumMetal
                {
                    Name = "lithium-xu2019",
                    MolarVolume = 1.3e-5,
                    ReferenceExchangeCurrentDensity =
                        3.5e-8 * PhysicalConstants.Faraday * Math.Pow(1.0 / 1.3e-5, 0.7) * Math.Pow(1000.0, 0.3),
                    ConcentrationExponent = 0.3,
                    TransferCoefficient = 0.5,
                    ActivationEnergy = 0.0,
                    ReferenceTemperature = 298.15,
                    Sources = new Dictionary<string, Source>(),
                },
                Thickness = 700e-6,
            },
            Layers = [Electrolyte("separator", 25e-6, 0.39, separator)],
            Joints = [Joint.Perfect],
            Cathode = new PorousCathode
            {
                Material = material,
                Thickness = 42e-6,
                ActiveVolumeFraction = 0.518,
                Pores = Electrolyte("pores", 0.0, 0.331, pores),
                ElectronicConductivity = 100.0 * Math.Pow(0.518, tortuous),
                ParticleRadius = 5.3e-6,
                MaximumConcentration = 48230.0,
                ChargedStoichiometry = 4631.0 / 48230.0,
                DischargedStoichiometry = 0.93,
                ActiveLoading = 42e-6 * 0.518 * 4750.0,
            },
            OneCCurrentDensity = 0.0024 / (0.01 * 0.0154),
            LowerCutOff = 3.5,
            UpperCutOff = 4.2,
        };
    }

    private static PropertyLaw Scaled<TFormula>(TFormula formula, double factor)
        where TFormula : struct, IFormula =>
        PropertyLaw.From(new ScaledFormula<TFormula>(formula, factor), Test, new(0.0, 4000.0), ValidRange.Unbounded);

    private readonly record struct ScaledFormula<TFormula>(TFormula Formula, double Factor) : IFormula
        where TFormula : struct, IFormula
    {
        public T Evaluate<T>(T argument, double temperature)
            where T : struct, Lamella.Numerics.Dual.IScalar<T> => Formula.Evaluate(argument, temperature) * Factor;
    }
}
