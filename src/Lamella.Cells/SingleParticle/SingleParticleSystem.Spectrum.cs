using System.Collections.Immutable;
using System.Numerics;
using Lamella.Cells.Running;
using Lamella.Numerics.Linear;

namespace Lamella.Cells.SingleParticle;

/// <content>Linearisation for spectra, and what the impedance consists of.</content>
internal sealed partial class SingleParticleSystem
{
    private const int PartsPerSide = 4;

    /// <inheritdoc/>
    public ImmutableArray<SpectrumSource> SpectrumSources
    {
        get
        {
            var sources = ImmutableArray.CreateBuilder<SpectrumSource>();
            foreach (string side in new[] { SideName(negative), SideName(positive) })
            {
                sources.Add(new(side, SpectrumProcess.ChargeTransfer));
                sources.Add(new(side, SpectrumProcess.DoubleLayer));
                sources.Add(new(side, SpectrumProcess.Film));
                sources.Add(new(side, SpectrumProcess.SolidDiffusion));
            }

            sources.AddRange(line.Segments.Select(s => new SpectrumSource(s.Name, SpectrumProcess.IonicConduction)));
            sources.Add(new("electrolyte", SpectrumProcess.SaltDiffusion));
            sources.Add(new("all layers", SpectrumProcess.Joint));
            sources.Add(new("cell", SpectrumProcess.Electrons));
            return sources.ToImmutable();
        }
    }

    /// <inheritdoc/>
    public void Linearise(SparsePencilBuilder entries)
    {
        for (int k = 0; k < layout.Cells; k++)
        {
            entries.Add(k, k, linear.SaltDiagonal[k], line.Storage[k] > 0.0 ? 1.0 : 0.0);
            entries.Add(k, layout.Current, linear.SaltByCurrent[k]);
            if (k > 0)
            {
                entries.Add(k, k - 1, linear.SaltLower[k]);
                entries.Add(k - 1, k, linear.SaltUpper[k - 1]);
            }
        }

        entries.Add(layout.Current, layout.Current, linear.ControlCurrent);
        entries.Add(layout.Current, layout.Voltage, linear.ControlVoltage);
        entries.Add(layout.Charge, layout.Charge, 0.0, 1.0);
        entries.Add(layout.Charge, layout.Current, -scales.Current / scales.Charge);
        entries.Add(layout.Energy, layout.Energy, 0.0, 1.0);
        entries.Add(layout.Energy, layout.Current, linear.EnergyByCurrent);
        entries.Add(layout.Energy, layout.Voltage, linear.EnergyByVoltage);
        LineariseHeat(entries);
        entries.Add(layout.Voltage, layout.Voltage, 1.0);
        for (int i = 0; i <= layout.Current; i++)
        {
            entries.Add(layout.Voltage, i, -gradient.Rest[i]);
        }

        LineariseSide(negative, entries);
        LineariseSide(positive, entries);
    }

    /// <inheritdoc/>
    public void Attribute(Complex shift, Complex impedance, ReadOnlySpan<Complex> change, Span<Complex> parts)
    {
        parts.Clear();
        int at = 0;
        AttributeSide(negative, shift, change, parts.Slice(at, PartsPerSide));
        AttributeSide(positive, shift, change, parts.Slice(at += PartsPerSide, PartsPerSide));
        at += PartsPerSide;
        Complex rest = impedance;
        foreach (ReducedSide side in new[] { negative, positive })
        {
            rest -= side.Sign * (change[side.Potential] + change[side.Film]);
        }

        for (int s = 0; s < hasSalt.Length; s++)
        {
            parts[at] = hasElectrolyte ? resistance[s] : 0.0;
            rest -= parts[at++];
        }

        parts[at] = rest - jointResistance - leadResistance; // what differences of salt add
        parts[at + 1] = jointResistance;
        parts[at + 2] = leadResistance;
    }

    /// <inheritdoc/>
    public double MeshError(Complex shift, ReadOnlySpan<Complex> parts)
    {
        double salt = 0.0, error = 0.0;
        for (int s = 0; s < hasSalt.Length; s++)
        {
            salt = Math.Max(salt, line.DiffusionError(s, concentration, shift));
        }

        foreach (ReducedSide side in (ReadOnlySpan<ReducedSide>)[negative, positive])
        {
            error += Complex.Abs(parts[(side.Sign < 0 ? 0 : PartsPerSide) + 3]) * (side.Particle?.SurfaceError(shift) ?? 0.0);
        }

        return error + (Complex.Abs(parts[(2 * PartsPerSide) + hasSalt.Length]) * salt);
    }

    private void LineariseHeat(SparsePencilBuilder entries)
    {
        if (cell.Thermal is null)
        {
            entries.Add(layout.Temperature, layout.Temperature, 1.0);
            return;
        }

        entries.Add(layout.Temperature, layout.Temperature, 0.0, 1.0);
        entries.Add(layout.Temperature, layout.Current, linear.HeatByCurrent);
        entries.Add(layout.Temperature, layout.Voltage, linear.HeatByVoltage);
        for (int i = 0; i < layout.Size; i++)
        {
            entries.Add(i, layout.Temperature, linear.TemperatureColumn[i]);
        }

        foreach (ReducedSide side in (ReadOnlySpan<ReducedSide>)[negative, positive])
        {
            if (side.IsPorous)
            {
                entries.Add(layout.Temperature, side.ShellStart + side.Shells - 1, side.HeatByShell);
                entries.Add(layout.Temperature, layout.Current, side.HeatByOxidation * side.Sign * scales.Current);
                entries.Add(layout.Temperature, side.Potential, 0.0, -side.HeatByOxidation * side.Capacitance);
            }
        }
    }

    private static string SideName(ReducedSide side) => side.Sign < 0 ? "negative electrode" : "positive electrode";

    private void LineariseSide(ReducedSide side, SparsePencilBuilder entries)
    {
        double[] own = gradient.Of(side);
        double perCurrent = side.Sign * scales.Current;
        entries.Add(side.Potential, side.Potential, 1.0, own[^1] * side.Capacitance);
        entries.Add(side.Potential, layout.Current, -own[^1] * perCurrent);
        for (int i = 0; i < layout.Current; i++)
        {
            entries.Add(side.Potential, i, -own[i]);
        }

        entries.Add(side.Film, side.Film, 1.0, side.FilmResistance * side.FilmCapacitance);
        entries.Add(side.Film, layout.Current, -side.FilmResistance * perCurrent);
        entries.Add(layout.Voltage, side.Potential, -side.Sign);
        entries.Add(layout.Voltage, side.Film, -side.Sign);
        entries.Add(side.Lithium, side.Lithium, 0.0, 1.0);
        if (side.IsPorous)
        {
            side.Particle!.Linearise(entries, side.ShellStart);
            int outermost = side.ShellStart + side.Shells - 1;
            entries.Add(outermost, layout.Current, side.ShellFactor * perCurrent);
            entries.Add(outermost, side.Potential, 0.0, -side.ShellFactor * side.Capacitance);
        }
        else
        {
            entries.Add(side.Lithium, layout.Current, perCurrent / scales.Charge);
            entries.Add(side.Lithium, side.Potential, 0.0, -side.Capacitance / scales.Charge);
        }
    }

    /// <summary>Charge transfer, double layer, film and solid diffusion of one side at a current of 1 A/m².</summary>
    private void AttributeSide(ReducedSide side, Complex shift, ReadOnlySpan<Complex> change, Span<Complex> parts)
    {
        Complex potential = change[side.Potential], stored = shift * side.Capacitance * potential;
        Complex oxidation = side.Sign - stored, weight = Complex.Conjugate(oxidation);
        parts[1] = potential * Complex.Conjugate(stored);
        parts[2] = side.Sign * change[side.Film];
        if (side.IsPorous)
        {
            double[] slopes = gradient.OpenOf(side);
            Complex film = oxidation * (side.InverseArea * side.Surface.FilmResistance);
            Complex open = (slopes[0] * change[side.ShellStart + side.Shells - 1]) + (slopes[1] * oxidation);
            parts[2] += film * weight;
            parts[3] = open * weight;
            potential -= film + open;
        }

        parts[0] = potential * weight;
    }
}
