using System.Collections.Immutable;
using System.Numerics;
using Lamella.Cells.Running;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.Continuum;

/// <content>
/// Splits the impedance by layer and process with Tellegen's theorem: at a current of 1 the impedance is the sum of v·i*
/// over all elements, v falling in the direction of i.
/// </content>
internal sealed partial class ContinuumSystem
{
    private static readonly SpectrumProcess[] SideProcesses =
    [
        SpectrumProcess.ChargeTransfer, SpectrumProcess.DoubleLayer, SpectrumProcess.Film, SpectrumProcess.SolidDiffusion,
        SpectrumProcess.Electrons,
    ];

    private static readonly SpectrumProcess[] LayerProcesses =
    [
        SpectrumProcess.IonicConduction, SpectrumProcess.SaltDiffusion, SpectrumProcess.Displacement, SpectrumProcess.Exchange,
    ];

    private static readonly SpectrumProcess[] CellProcesses =
        [SpectrumProcess.Joint, SpectrumProcess.Electrons, SpectrumProcess.Other];

    /// <inheritdoc/>
    public ImmutableArray<SpectrumSource> SpectrumSources =>
    [
        .. SideProcesses.Select(process => new SpectrumSource("negative electrode", process)),
        .. SideProcesses.Select(process => new SpectrumSource("positive electrode", process)),
        .. line.Segments.SelectMany(segment => LayerProcesses.Select(p => new SpectrumSource(segment.Name, p))),
        .. CellProcesses.Select(p => new SpectrumSource("cell", p)),
    ];

    /// <inheritdoc/>
    public void Attribute(Complex shift, Complex impedance, ReadOnlySpan<Complex> change, Span<Complex> parts)
    {
        parts.Clear();
        var tally = new Tally(parts, line.Segments.Length);
        tally.Cell(SpectrumProcess.Electrons) += cell.ContactResistance;
        AttributeFace(negativeFace, shift, impedance, change, tally);
        AttributeFace(positiveFace, shift, impedance, change, tally);
        for (int k = 0; k + 1 < layout.Cells; k++)
        {
            AttributeStep(k, change, tally);
        }

        foreach (Displacement layer in displacements)
        {
            Complex across = change[layer.Index];
            tally.Layer(line.Segments.IndexOf(layer.Segment), SpectrumProcess.Displacement) +=
                across * Complex.Conjugate(shift * layer.Capacitance * across);
        }

        foreach (ExchangeLine exchange in exchanges)
        {
            AttributeExchange(exchange, change, tally);
        }

        foreach (PorousLine electrode in porous)
        {
            AttributeElectrode(electrode, shift, change, tally);
        }

        Complex sum = Complex.Zero;
        foreach (Complex part in parts)
        {
            sum += part;
        }

        tally.Cell(SpectrumProcess.Other) += impedance - sum;
    }

    /// <inheritdoc/>
    public double MeshError(Complex shift, ReadOnlySpan<Complex> parts)
    {
        double error = 0.0;
        for (int index = 0; index < line.Segments.Length; index++)
        {
            int at = (2 * SideProcesses.Length) + (index * LayerProcesses.Length) + Array.IndexOf(LayerProcesses, SpectrumProcess.SaltDiffusion);
            error += Complex.Abs(parts[at]) * line.DiffusionError(index, concentration, shift);
        }

        foreach (PorousLine electrode in porous)
        {
            int at = (electrode == positive ? SideProcesses.Length : 0) + Array.IndexOf(SideProcesses, SpectrumProcess.SolidDiffusion);
            error += Complex.Abs(parts[at]) * electrode.Groups.Max(group => group.Array.SurfaceError(shift));
        }

        return error;
    }

    /// <summary>A planar electrode: charge transfer beside its double layer, film, joint, and half of the first cell.</summary>
    private void AttributeFace(PlanarFace? face, Complex shift, Complex impedance, ReadOnlySpan<Complex> change, Tally tally)
    {
        if (face is null)
        {
            return;
        }

        Complex centre = change[Index(face.Cell, CellLayout.Electrolyte)]
            + (face.ViaHost ? change[Index(face.Cell, CellLayout.Potential)] : 0.0);
        Complex drop = face.Sign < 0.0 ? -centre : impedance - cell.ContactResistance - centre;
        Complex ionic = displacementOf[face.Cell] is null
            ? face.Sign
            : -face.Sign * change[Index(face.Cell, CellLayout.IonicCurrent)] * scales.Current;
        Complex salt = change[Index(face.Cell, CellLayout.Salt)] * CellScales.Concentration;
        Complex potential = face.Potential >= 0
            ? change[face.Potential]
            : (face.Slopes.Slope(0) * salt) + (face.Slopes.Slope(1) * face.Sign);
        Complex stored = face.Potential >= 0 ? shift * face.Capacitance * potential : 0.0;
        Complex film = face.Film >= 0 ? change[face.Film] : face.Sign * face.FilmResistance;
        Complex joint = face.Sign * face.JointResistance, half = ionic * HalfResistance(face.Cell, face.ViaHost);
        int segment = SegmentOf(face.Cell);
        tally.Side(face.Sign, SpectrumProcess.ChargeTransfer) += potential * Complex.Conjugate(face.Sign - stored);
        tally.Side(face.Sign, SpectrumProcess.DoubleLayer) += potential * Complex.Conjugate(stored);
        tally.Side(face.Sign, SpectrumProcess.Film) += film * face.Sign;
        tally.Cell(SpectrumProcess.Joint) += joint * face.Sign;
        tally.Layer(segment, SpectrumProcess.IonicConduction) += half * Complex.Conjugate(ionic);
        tally.Layer(segment, SpectrumProcess.SaltDiffusion) +=
            (drop - potential - film - joint - half) * Complex.Conjugate(ionic);
    }

    /// <summary>The electrolyte from one cell to the next.</summary>
    private void AttributeStep(int k, ReadOnlySpan<Complex> change, Tally tally)
    {
        FacePath path = line.Paths[k];
        Complex fall = change[Index(k, CellLayout.Electrolyte)] - change[Index(k + 1, CellLayout.Electrolyte)];
        fall += (path.LeftHost ? change[Index(k, CellLayout.Potential)] : 0.0)
            - (path.RightHost ? change[Index(k + 1, CellLayout.Potential)] : 0.0);
        Complex before = PathChange(path.Left, k, change), after = PathChange(path.Right, k, change);
        Complex left = before * HalfResistance(k, path.LeftHost), right = after * HalfResistance(k + 1, path.RightHost);
        Complex joint = -line.JointResistance[k]; // the whole current −1 along +x passes it
        tally.Layer(SegmentOf(k), SpectrumProcess.IonicConduction) += left * Complex.Conjugate(before);
        tally.Layer(SegmentOf(k + 1), SpectrumProcess.IonicConduction) += right * Complex.Conjugate(after);
        tally.Cell(SpectrumProcess.Joint) -= joint;
        Complex diffusion = fall - left - right - joint;
        tally.Layer(SegmentOf(k), SpectrumProcess.SaltDiffusion) += 0.5 * diffusion * Complex.Conjugate(before);
        tally.Layer(SegmentOf(k + 1), SpectrumProcess.SaltDiffusion) += 0.5 * diffusion * Complex.Conjugate(after);
    }

    private void AttributeExchange(ExchangeLine exchange, ReadOnlySpan<Complex> change, Tally tally)
    {
        SecondPhase phase = exchange.Phase;
        int segment = line.Segments.IndexOf(phase.Segment);
        for (int lane = 0; lane < phase.Segment.Count; lane++)
        {
            Complex gain = GainChange(phase, lane, change);
            tally.Layer(segment, SpectrumProcess.Exchange) += exchange.Resistance[lane] * gain * Complex.Conjugate(gain);
        }

        tally.Layer(segment, SpectrumProcess.IonicConduction) += ConductionOf(phase, change);
    }

    /// <summary>A porous electrode: in every cell E drives the double layer and all groups of particles.</summary>
    private void AttributeElectrode(PorousLine electrode, Complex shift, ReadOnlySpan<Complex> change, Tally tally)
    {
        double sign = electrode == positive ? 1.0 : -1.0;
        SecondPhase phase = electrode.Phase;
        tally.Side(sign, SpectrumProcess.Electrons) += ConductionOf(phase, change) + phase.EndResistance;
        for (int lane = 0; lane < phase.Segment.Count; lane++)
        {
            Complex potential = change[Index(phase.Segment.First + lane, CellLayout.Potential)];
            Complex stored = shift * electrode.DoubleLayer[lane] * potential;
            Complex closing = GainChange(phase, lane, change) - stored;
            tally.Side(sign, SpectrumProcess.DoubleLayer) += potential * Complex.Conjugate(stored);
            for (int index = 1; index < electrode.Groups.Length; index++)
            {
                Complex current = change[electrode.Groups[index].CurrentOffset + lane] * scales.Current;
                closing -= current;
                AttributeGroup(electrode.Groups[index], lane, sign, potential, current, change, tally);
            }

            AttributeGroup(electrode.Groups[0], lane, sign, potential, closing, change, tally);
        }
    }

    private static void AttributeGroup(
        ParticleGroup group, int lane, double sign, Complex potential, Complex current, ReadOnlySpan<Complex> change, Tally tally)
    {
        Complex reaction = current * group.InverseArea[lane], weight = Complex.Conjugate(current);
        Complex film = reaction * group.SurfaceKinetics.FilmResistance;
        (double byShell, double byCurrent) = group.OpenCircuitSlopes(lane);
        Complex open = (byShell * change[group.Offset + group.Array.Size - group.Lanes + lane]) + (byCurrent * reaction);
        tally.Side(sign, SpectrumProcess.Film) += film * weight;
        tally.Side(sign, SpectrumProcess.SolidDiffusion) += open * weight;
        tally.Side(sign, SpectrumProcess.ChargeTransfer) += (potential - film - open) * weight;
    }

    /// <summary>What the second phase dissipates inside its segment.</summary>
    private Complex ConductionOf(SecondPhase phase, ReadOnlySpan<Complex> change)
    {
        Complex sum = Complex.Zero;
        for (int lane = 0; lane + 1 < phase.Segment.Count; lane++)
        {
            Complex current = 1.0 + (change[Index(phase.Segment.First + lane, CellLayout.IonicCurrent)] * scales.Current);
            sum += phase.Resistance[lane] * current * Complex.Conjugate(current);
        }

        return sum;
    }

    private Complex PathChange(CurrentPath path, int k, ReadOnlySpan<Complex> change) => path switch
    {
        CurrentPath.Own => scales.Current * change[Index(k, CellLayout.IonicCurrent)],
        CurrentPath.Next => scales.Current * change[Index(k + 1, CellLayout.IonicCurrent)],
        _ => -1.0,
    };

    private Complex GainChange(SecondPhase phase, int lane, ReadOnlySpan<Complex> change)
    {
        int at = Index(phase.Segment.First + lane, CellLayout.IonicCurrent);
        Complex own = change[at] * scales.Current;
        return lane > 0 || phase.Inflow == PhaseEnd.Previous ? own - (change[at - CellLayout.PerCell] * scales.Current)
            : phase.Inflow == PhaseEnd.Total ? own + 1.0
            : own;
    }

    private double HalfResistance(int at, bool host)
    {
        FaceSide<Scalar> side = SideOf(at, host);
        return side.Half.Value / side.Conductivity.Value;
    }

    private int SegmentOf(int at) => line.Side(at, concentration[at]).Segment;

    /// <summary>Contributions in the order of <see cref="SpectrumSources"/>.</summary>
    private readonly ref struct Tally(Span<Complex> parts, int layers)
    {
        private readonly Span<Complex> parts = parts;

        internal ref Complex Side(double sign, SpectrumProcess process) =>
            ref parts[(sign < 0.0 ? 0 : SideProcesses.Length) + Array.IndexOf(SideProcesses, process)];

        internal ref Complex Layer(int segment, SpectrumProcess process) => ref parts[
            (2 * SideProcesses.Length) + (segment * LayerProcesses.Length) + Array.IndexOf(LayerProcesses, process)];

        internal ref Complex Cell(SpectrumProcess process) => ref parts[
            (2 * SideProcesses.Length) + (layers * LayerProcesses.Length) + Array.IndexOf(CellProcesses, process)];
    }
}
