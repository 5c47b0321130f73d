using Lamella.Cells.Description;
using Lamella.Core;
using Lamella.Materials.Electrodes;
using Lamella.Materials.Electrolytes;
using Lamella.Materials.Laws;
using Lamella.Materials.OpenCircuit;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.Tests.Continuum;

/// <summary>The full cells of the reference solutions: Chen2020 (graphite-SiOx | NMC811) and Marquis2019 (graphite | LCO).</summary>
internal static class FullCells
{
    private const double ChenArea = 0.065 * 1.58;

    /// <summary>Gets Chen et al., J. Electrochem. Soc. 167 (2020) 080534, charged as in the reference solutions.</summary>
    internal static CellDescription Chen2020 { get; } = MakeChen();

    /// <summary>Gets Marquis et al., J. Electrochem. Soc. 166 (2019) A3693.</summary>
    internal static CellDescription Marquis2019 { get; } = MakeMarquis();

    /// <summary>
    /// Gets the heat balance of Chen2020 as the reference solution has it: the mean ρ·c_p of collectors, electrodes and
    /// separator over the cell volume of 24.2 mL, cooled over 53.1 cm² with 10 W/(m²·K); all per electrode area.
    /// </summary>
    internal static LumpedThermal ChenThermal { get; } = new(
        ((8960.0 * 385.0 * 12e-6) + (1657.0 * 700.0 * 85.2e-6) + (397.0 * 700.0 * 12e-6) + (3262.0 * 700.0 * 75.6e-6) + (2700.0 * 897.0 * 16e-6))
            / 200.8e-6 * 2.42e-5 / ChenArea,
        10.0 * 0.00531 / ChenArea);

    /// <summary>Sets the charged stoichiometries: what <c>Equilibrium(1)</c> starts from.</summary>
    internal static CellDescription StartingFrom(this CellDescription cell, double negative, double positive) => cell with
    {
        Negative = cell.PorousNegative! with { Particles = [cell.PorousNegative!.Particles[0] with { ChargedStoichiometry = negative }] },
        Positive = cell.PorousPositive! with { Particles = [cell.PorousPositive!.Particles[0] with { ChargedStoichiometry = positive }] },
    };

    private static PropertyLaw Law<TFormula>(TFormula formula)
        where TFormula : struct, IFormula => PropertyLaw.From(formula, ReferenceCells.Test, ValidRange.Unbounded, ValidRange.Unbounded);

    private static ActiveMaterial Material(string name, PropertyLaw potential, double diffusivity, double rate, double maximum, double energy) => new()
    {
        Name = name,
        OpenCircuitPotential = potential,
        Diffusivity = ReferenceCells.Constant(diffusivity),
        Kinetics = new IntercalationKinetics(rate * Math.Sqrt(1000.0) * 0.5 * maximum, 0.5, energy, 298.15, ReferenceCells.Test),
        CrystalDensity = 4000.0,
        CrystallographicSites = maximum,
        PublishedMaximumConcentration = maximum,
        ParticleRadius = 5e-6,
        ElectronicConductivity = 1.0,
        Sources = new Dictionary<string, Core.Provenance.Source>(),
    };

    private static PorousElectrode Porous(
        ActiveMaterial material, double thickness, double fraction, double radius, double maximum, double charged, double discharged,
        ElectrolyteLayer pores, double conductivity) => new()
        {
            Thickness = thickness,
            Pores = pores,
            ElectronicConductivity = conductivity,
            ActiveLoading = thickness * fraction * 4000.0,
            Particles =
            [
                new ActiveParticles
                {
                    Material = material,
                    VolumeFraction = fraction,
                    Radius = radius,
                    MaximumConcentration = maximum,
                    ChargedStoichiometry = charged,
                    DischargedStoichiometry = discharged,
                },
            ],
        };

    private static CellDescription MakeChen()
    {
        const double neg = 33133.0, pos = 63104.0;
        BinaryLayer Electrolyte(string name, double thickness, double porosity)
        {
            double factor = Math.Pow(porosity, 1.5);
            return new BinaryLayer
            {
                Name = name,
                Thickness = thickness,
                Conductivity = Law(new Scaled<Nyman2008Conductivity>(default, factor)),
                Diffusivity = Law(new Scaled<Nyman2008Diffusivity>(default, factor)),
                TransferenceNumber = ReferenceCells.Constant(0.2594),
                ThermodynamicFactor = ReferenceCells.Constant(1.0),
                VolumeFraction = porosity,
                RestConcentration = 1000.0,
            };
        }

        return new CellDescription
        {
            Name = "Chen2020",
            Area = ChenArea,
            Negative = Porous(
                Material("graphite-siox", Law(default(GraphiteSiOx)), 3.3e-14, 6.48e-7, neg, 35000.0),
                85.2e-6, 0.75, 5.86e-6, neg, 30171.507739734356 / neg, 0.0264, Electrolyte("negative pores", 0.0, 0.25), 215.0),
            Positive = Porous(
                Material("nmc811", Law(default(Ncm811Chen2020)), 4e-15, 3.42e-6, pos, 17800.0),
                75.6e-6, 0.665, 5.22e-6, pos, 16649.689052611175 / pos, 0.8539, Electrolyte("positive pores", 0.0, 0.335), 0.18),
            Layers = [Electrolyte("separator", 12e-6, 0.47)],
            Joints = [Joint.Perfect, Joint.Perfect],
            OneCCurrentDensity = 5.0 / ChenArea,
            LowerCutOff = 2.5,
            UpperCutOff = 4.2,
        };
    }

    private static CellDescription MakeMarquis()
    {
        const double neg = 24983.2619938437, pos = 51217.9257309275;
        BinaryLayer Electrolyte(string name, double thickness, double porosity)
        {
            double factor = Math.Pow(porosity, 1.5);
            return new BinaryLayer
            {
                Name = name,
                Thickness = thickness,
                Conductivity = Law(new Scaled<Capiglia1999Conductivity>(default, factor)),
                Diffusivity = Law(new Scaled<Capiglia1999Diffusivity>(default, factor)),
                TransferenceNumber = ReferenceCells.Constant(0.4),
                ThermodynamicFactor = ReferenceCells.Constant(1.0),
                VolumeFraction = porosity,
                RestConcentration = 1000.0,
            };
        }

        return new CellDescription
        {
            Name = "Marquis2019",
            Area = 0.137 * 0.207,
            Negative = Porous(
                Material("graphite", Law(default(GraphiteMcmb)), 3.9e-14, 2e-5, neg, 37480.0),
                100e-6, 0.6, 10e-6, neg, 19986.609595075 / neg, 0.03, Electrolyte("negative pores", 0.0, 0.3), 100.0 * Math.Pow(0.7, 1.5)),
            Positive = Porous(
                Material("lco", Law(default(LcoDualfoil)), 1e-13, 6e-7, pos, 39570.0),
                100e-6, 0.5, 10e-6, pos, 30730.7554385565 / pos, 0.99, Electrolyte("positive pores", 0.0, 0.3), 10.0 * Math.Pow(0.7, 1.5)),
            Layers = [Electrolyte("separator", 25e-6, 1.0)],
            Joints = [Joint.Perfect, Joint.Perfect],
            OneCCurrentDensity = 0.680616 / (0.137 * 0.207),
            LowerCutOff = 3.105,
            UpperCutOff = 4.1,
        };
    }

    internal readonly record struct Scaled<TFormula>(TFormula Formula, double Factor) : IFormula
        where TFormula : struct, IFormula
    {
        public T Evaluate<T>(T argument, double temperature)
            where T : struct, IScalar<T> => Formula.Evaluate(argument, temperature) * Factor;
    }

    internal readonly record struct GraphiteSiOx : IFormula
    {
        public T Evaluate<T>(T x, double temperature)
            where T : struct, IScalar<T> => (1.9793 * T.Exp(-39.3631 * x)) + 0.2482
            - (0.0909 * T.Tanh(29.8538 * (x - 0.1234))) - (0.04478 * T.Tanh(14.9159 * (x - 0.2769)))
            - (0.0205 * T.Tanh(30.4444 * (x - 0.6103)));
    }

    private readonly record struct GraphiteMcmb : IFormula
    {
        public T Evaluate<T>(T x, double temperature)
            where T : struct, IScalar<T> => 0.194 + (1.5 * T.Exp(-120.0 * x))
            + Step(x, 0.0351, 0.286, 0.083) + Step(x, -0.0045, 0.849, 0.119) + Step(x, -0.035, 0.9233, 0.05)
            + Step(x, -0.0147, 0.5, 0.034) + Step(x, -0.102, 0.194, 0.142) + Step(x, -0.022, 0.9, 0.0164)
            + Step(x, -0.011, 0.124, 0.0226) + Step(x, 0.0155, 0.105, 0.029);

        private static T Step<T>(T x, double height, double centre, double width)
            where T : struct, IScalar<T> => height * T.Tanh((x - centre) * (1.0 / width));
    }

    private readonly record struct LcoDualfoil : IFormula
    {
        public T Evaluate<T>(T argument, double temperature)
            where T : struct, IScalar<T>
        {
            T x = 1.062 * argument;
            return 2.16216 + (0.07645 * T.Tanh(30.834 - (54.4806 * x))) + (2.1581 * T.Tanh(52.294 - (50.294 * x)))
                - (0.14169 * T.Tanh(11.0923 - (19.8543 * x))) + (0.2051 * T.Tanh(1.4684 - (5.4888 * x)))
                + (0.2531 * T.Tanh((0.56478 - x) * (1.0 / 0.1316))) - (0.02167 * T.Tanh((x - 0.525) * (1.0 / 0.006)));
        }
    }

    private readonly record struct Capiglia1999Conductivity : IFormula
    {
        public T Evaluate<T>(T c, double temperature)
            where T : struct, IScalar<T>
        {
            T m = c * 1e-3;
            return (0.0911 + (1.9101 * m) - (1.052 * m * m) + (0.1554 * m * m * m)) * Activation(34700.0, temperature);
        }
    }

    private readonly record struct Capiglia1999Diffusivity : IFormula
    {
        public T Evaluate<T>(T c, double temperature)
            where T : struct, IScalar<T> => 5.34e-10 * T.Exp(-0.65e-3 * c) * Activation(37040.0, temperature);
    }

    private static double Activation(double energy, double temperature) => PhysicalConstants.ArrheniusFactor(energy, temperature, 298.15);
}
