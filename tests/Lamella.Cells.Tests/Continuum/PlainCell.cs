using Lamella.Cells.Description;
using Lamella.Core;
using Lamella.Numerics.Linear;

namespace Lamella.Cells.Tests.Continuum;

/// <summary>
/// The same equations as the continuum model of a full cell, written a second time with the rules of the reference solutions:
/// equal cells and shells, and the simplest difference everywhere.
/// </summary>
/// <remarks>
/// The rules that differ from ours: κ at a face is the plain mean of both cells, also where layers of unequal cells meet; 1/c
/// in the diffusion potential is the harmonic mean weighted by the cells, not that of the logarithm; surfaces of particles and
/// the potential at the positive collector lie on straight lines through the last two values; ohmic heat is the product of the
/// mean current and the mean gradient at both faces of a cell, where ours is what I·V leaves.
/// Time steps by backward differences of second order, growing from a microsecond to a limit.
/// </remarks>
internal sealed class PlainCell
{
    private const int Salt = 0, Ionic = 1, Electronic = 2, Reaction = 3; // mol/L, V, V, A/m²
    private const int Order = BlockTridiagonal4.Order;
    private const double FirstStep = 1e-6, Growth = 1.08, Ambient = 298.15;

    private readonly CellDescription cell;
    private readonly int count; // cells of each layer
    private readonly double load; // current along +x, discharge positive [A/m²]
    private readonly Layer[] layers;
    private readonly double[] width; // of each cell [m]
    private readonly double[] ionic; // current at the faces [A/m²]
    private readonly double[] electronic;
    private readonly double[] ionicField; // potential steps at the faces over their distance [V/m]
    private readonly double[] electronicField;
    private readonly double[] salt; // flux at the faces [mol/(m²·s)]
    private readonly double[] capacity; // pores of each cell times 1 mol/L [mol/m²]
    private readonly BlockTridiagonal4 matrix;
    private bool factored;
    private double[] last;
    private double[] before;
    private double temperature = Ambient;
    private double alpha, beta, gamma; // of the backward difference [1/s]

    /// <summary>Makes the charged cell.</summary>
    /// <param name="cell">A full cell of one population and one binary layer on either side, D in the particles constant.</param>
    /// <param name="count">Cells of each layer and shells of each particle.</param>
    /// <param name="rate">C-rate of the discharge.</param>
    internal PlainCell(CellDescription cell, int count, double rate)
    {
        (this.cell, this.count, load) = (cell, count, rate * cell.OneCCurrentDensity);
        PorousElectrode negative = cell.PorousNegative!, positive = cell.PorousPositive!;
        layers =
        [
            new((BinaryLayer)negative.Pores, negative, negative.Thickness / count, new PlainParticles(negative, count, count)),
            new((BinaryLayer)cell.Layers[0], null, ((BinaryLayer)cell.Layers[0]).Thickness / count, null),
            new((BinaryLayer)positive.Pores, positive, positive.Thickness / count, new PlainParticles(positive, count, count)),
        ];
        width = [.. Enumerable.Range(0, Cells).Select(k => Of(k).Width)];
        (ionic, electronic, salt) = (new double[Cells + 1], new double[Cells + 1], new double[Cells + 1]);
        (ionicField, electronicField) = (new double[Cells + 1], new double[Cells + 1]);
        capacity = [.. Enumerable.Range(0, Cells).Select(k => 1000.0 * Of(k).Pores.VolumeFraction * width[k])];
        matrix = new BlockTridiagonal4(Cells);
        last = Start();
        before = [.. last];
    }

    private int Cells => layers.Length * count;

    /// <summary>Discharges to the lower cut-off.</summary>
    internal PlainDischarge Run(double longestStep)
    {
        List<double> times = [], voltages = [], temperatures = [];
        double time = 0.0, step = FirstStep, previous = double.PositiveInfinity, temperatureBefore = temperature;
        double[] y = [.. last];
        do
        {
            double ratio = step / previous;
            alpha = (1.0 + (2.0 * ratio)) / ((1.0 + ratio) * step);
            (beta, gamma) = (-(1.0 + ratio) / step, ratio * ratio / ((1.0 + ratio) * step));
            layers[0].Particles!.Prepare(alpha, beta, gamma);
            layers[2].Particles!.Prepare(alpha, beta, gamma);
            double old = temperature;
            Solve(y, (beta * old) + (gamma * temperatureBefore));
            layers[0].Particles!.Accept(lane => y[(Order * lane) + Reaction]);
            layers[2].Particles!.Accept(lane => y[(Order * ((2 * count) + lane)) + Reaction]);
            temperatureBefore = old;
            (before, last) = (last, before);
            y.CopyTo(last, 0);
            time += step;
            times.Add(time);
            voltages.Add(Voltage(y));
            temperatures.Add(temperature);
            (previous, step) = (step, Math.Min(longestStep, Growth * step));
        }
        while (voltages[^1] > cell.LowerCutOff);

        return new([.. times], [.. voltages], [.. temperatures], cell.LowerCutOff);
    }

    private Layer Of(int k) => layers[k / count];

    private double[] Start()
    {
        double lower = OpenCircuit(layers[0], layers[0].Electrode!.Particles[0].ChargedStoichiometry);
        double upper = OpenCircuit(layers[2], layers[2].Electrode!.Particles[0].ChargedStoichiometry);
        double[] y = new double[Order * Cells];
        for (int k = 0; k < Cells; k++)
        {
            y[(Order * k) + Salt] = 1e-3 * Of(k).Pores.RestConcentration;
            y[(Order * k) + Ionic] = -lower;
            y[(Order * k) + Electronic] = k < 2 * count ? 0.0 : upper - lower;
            y[(Order * k) + Reaction] = Of(k).Electrode is null ? 0.0 : (k < count ? load : -load) / (Area(Of(k)) * count * width[k]);
        }

        return y;
    }

    /// <summary>Newton's method over the cells, the temperature following from the heat of each iterate.</summary>
    private void Solve(double[] y, double temperatureHistory)
    {
        const int Limit = 30;
        const double Enough = 1e-8, Large = 1e-2, Slow = 0.1; // mol/L, V, A/m², K; share left by an old Jacobian
        double[] residual = new double[y.Length];
        double change = double.PositiveInfinity, previous = double.PositiveInfinity;
        for (int iteration = 0; iteration < Limit; iteration++)
        {
            Residual(y, residual);
            bool renew = !factored || (iteration > 0 && change > Math.Min(Large, Slow * previous));
            (previous, change) = (change, 0.0);
            if (cell.Thermal is { } thermal)
            {
                double next = (Heat(y) + (thermal.Cooling * Ambient) - (thermal.HeatCapacity * temperatureHistory))
                    / ((thermal.HeatCapacity * alpha) + thermal.Cooling);
                change = Math.Abs(next - temperature);
                temperature = next;
                Residual(y, residual);
            }

            if (renew)
            {
                Jacobian(y, residual);
                matrix.Factor().ShouldBeTrue();
                factored = true;
            }

            matrix.Solve(residual);
            for (int i = 0; i < y.Length; i++)
            {
                y[i] -= residual[i];
                change = Math.Max(change, Math.Abs(residual[i]));
            }

            if (change < Enough)
            {
                return;
            }
        }

        throw new InvalidOperationException("Newton's method did not converge.");
    }

    /// <summary>Differences, every third cell at once.</summary>
    private void Jacobian(double[] y, double[] residual)
    {
        const double Step = 1e-7;
        double[] moved = new double[y.Length], state = [.. y];
        matrix.Clear();
        for (int colour = 0; colour < 3 * Order; colour++)
        {
            int unknown = colour % Order;
            for (int k = colour / Order; k < Cells; k += 3)
            {
                state[(Order * k) + unknown] += Step;
            }

            Residual(state, moved);
            for (int k = colour / Order; k < Cells; k += 3)
            {
                state[(Order * k) + unknown] = y[(Order * k) + unknown];
                for (int row = Math.Max(0, k - 1); row <= Math.Min(Cells - 1, k + 1); row++)
                {
                    Span<double> block = row < k ? matrix.Upper(row) : row > k ? matrix.Lower(row) : matrix.Diagonal(row);
                    for (int i = 0; i < Order; i++)
                    {
                        block[(Order * i) + unknown] = (moved[(Order * row) + i] - residual[(Order * row) + i]) / Step;
                    }
                }
            }
        }
    }

    private void Residual(double[] y, double[] residual)
    {
        Faces(y);
        for (int k = 0; k < Cells; k++)
        {
            int at = Order * k;
            Layer layer = Of(k);
            double source = layer.Electrode is null ? 0.0 : Area(layer) * y[at + Reaction] * width[k]; // [A/m²]
            double rate = (alpha * y[at + Salt]) + (beta * last[at + Salt]) + (gamma * before[at + Salt]);
            residual[at + Salt] = PhysicalConstants.Faraday * ((capacity[k] * rate) + salt[k + 1] - salt[k]) - source;
            residual[at + Ionic] = ionic[k + 1] - ionic[k] - source;
            residual[at + Electronic] = layer.Electrode is null ? y[at + Electronic] : electronic[k + 1] - electronic[k] + source;
            residual[at + Reaction] = layer.Electrode is null ? y[at + Reaction] : y[at + Reaction] - ButlerVolmer(y, k);
        }
    }

    private void Faces(double[] y)
    {
        double thermalVoltage = PhysicalConstants.ThermalVoltage(temperature);
        electronicField[0] = 2.0 * y[Electronic] / width[0];
        electronic[0] = -layers[0].Electrode!.ElectronicConductivity * electronicField[0];
        electronic[Cells] = load;
        electronicField[Cells] = -load / layers[2].Electrode!.ElectronicConductivity;
        for (int face = 1; face < Cells; face++)
        {
            int left = Order * (face - 1), right = Order * face;
            Layer one = Of(face - 1), other = Of(face);
            double before = width[face - 1], after = width[face], distance = 0.5 * (before + after);
            double c0 = 1000.0 * y[left + Salt], c1 = 1000.0 * y[right + Salt];
            double transference = one.Pores.TransferenceNumber.At(c0, temperature);
            double inverse = (before + after) / ((before * c0) + (after * c1));
            double kappa = 0.5 * (one.Pores.Conductivity.At(c0, temperature) + other.Pores.Conductivity.At(c1, temperature));
            double resistance = (0.5 * before / one.Pores.Diffusivity.At(c0, temperature))
                + (0.5 * after / other.Pores.Diffusivity.At(c1, temperature)); // [s/m]
            ionicField[face] = (y[right + Ionic] - y[left + Ionic]) / distance;
            ionic[face] = kappa * ((2.0 * (1.0 - transference) * thermalVoltage * inverse * (c1 - c0) / distance) - ionicField[face]);
            salt[face] = ((c0 - c1) / resistance) + (transference * ionic[face] / PhysicalConstants.Faraday);
            bool inside = one.Electrode is not null && ReferenceEquals(one, other);
            electronicField[face] = inside ? (y[right + Electronic] - y[left + Electronic]) / distance : 0.0;
            electronic[face] = inside ? -one.Electrode!.ElectronicConductivity * electronicField[face] : 0.0;
        }
    }

    private double ButlerVolmer(double[] y, int k)
    {
        Layer layer = Of(k);
        double surface = Surface(y, k), overpotential = Overpotential(y, k, surface);
        double exchange = layer.Electrode!.Particles[0].Material.Kinetics.ExchangeCurrentDensity(1000.0 * y[(Order * k) + Salt], surface, temperature);
        return 2.0 * exchange * Math.Sinh(0.5 * overpotential / PhysicalConstants.ThermalVoltage(temperature));
    }

    private double Surface(double[] y, int k) =>
        Of(k).Particles!.SurfaceAtRest(k % count) + (Of(k).Particles!.SurfaceSlope * y[(Order * k) + Reaction]);

    private double Overpotential(double[] y, int k, double surface) =>
        y[(Order * k) + Electronic] - y[(Order * k) + Ionic] - OpenCircuit(Of(k), surface);

    private double OpenCircuit(Layer layer, double x) => layer.Electrode!.Particles[0].Material.OpenCircuitPotential.At(x, temperature);

    private double Voltage(double[] y) => (1.5 * y[^(Order - Electronic)]) - (0.5 * y[^((2 * Order) - Electronic)]);

    /// <summary>Heat per geometric area [W/m²]; the faces are those of the last residual.</summary>
    private double Heat(double[] y)
    {
        double heat = 0.0;
        for (int k = 0; k < Cells; k++)
        {
            heat -= width[k] * 0.25 * (ionic[k] + ionic[k + 1]) * (ionicField[k] + ionicField[k + 1]);
            heat -= width[k] * 0.25 * (electronic[k] + electronic[k + 1]) * (electronicField[k] + electronicField[k + 1]);
            heat += Of(k).Electrode is null
                ? 0.0 : width[k] * Area(Of(k)) * y[(Order * k) + Reaction] * Overpotential(y, k, Surface(y, k));
        }

        return heat;
    }

    /// <summary>Surface of the particles per volume of the electrode [1/m].</summary>
    private static double Area(Layer layer) => 3.0 * layer.Electrode!.Particles[0].VolumeFraction / layer.Electrode.Particles[0].Radius;

    private sealed record Layer(BinaryLayer Pores, PorousElectrode? Electrode, double Width, PlainParticles? Particles);
}
