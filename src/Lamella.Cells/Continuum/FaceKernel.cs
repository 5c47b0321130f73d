using System.Runtime.CompilerServices;
using Lamella.Core;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.Continuum;

/// <summary>The electrolyte on one side of a face: cell values and the distance from the cell centre to the face.</summary>
/// <typeparam name="T">Plain or dual number, or lanes of neighbouring cells.</typeparam>
internal struct FaceSide<T>
    where T : struct, IScalar<T>
{
    internal T Concentration; // c [mol/m³]
    internal T Conductivity; // κ effective [S/m]
    internal T Diffusivity; // D effective [m²/s]
    internal T Transference; // t₊⁰ [–]
    internal T ThermodynamicFactor; // χ [–]
    internal T Half; // centre to face [m]
    internal bool IsBinary;
    internal int Segment; // which layer
}

/// <summary>Salt flux and potential step across a face between two electrolyte cells, joint included.</summary>
/// <remarks>
/// <para>N₋ = −D∇c − (1−t₊)i/F and F∇Φ = −Fi/κ + 2RT(1−t₊)χ∇ln c, with Φ the lithium potential μ̃_Li/F.</para>
/// <para>At a joint Φ falls by R·i and the salt partitions as c⁺ = K·c⁻; a single-ion layer stops the anions.</para>
/// <para><b>Source.</b> Newman and Balsara, <i>Electrochemical Systems</i>, 4th ed. (2021), eqs. 12.8 and 12.27.</para>
/// </remarks>
internal static class FaceKernel
{
    /// <summary>Evaluates one face.</summary>
    /// <param name="left">The cell on the lithium side.</param>
    /// <param name="right">The cell on the far side.</param>
    /// <param name="current">Ionic current along +x [A/m²].</param>
    /// <param name="resistance">R of the joint [Ω·m²].</param>
    /// <param name="partition">K of the joint [–].</param>
    /// <param name="thermalVoltage">RT/F [V].</param>
    /// <param name="saltFlux">Receives N₋ along +x [mol/(m²·s)].</param>
    /// <param name="potentialStep">Receives Φ(right centre) − Φ(left centre) [V].</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Evaluate<T>(
        in FaceSide<T> left,
        in FaceSide<T> right,
        T current,
        double resistance,
        double partition,
        double thermalVoltage,
        out T saltFlux,
        out T potentialStep)
        where T : struct, IScalar<T>
    {
        // Properties jump where layers meet, so that only a face inside a layer may interpolate them.
        if (left.IsBinary && right.IsBinary && left.Segment == right.Segment)
        {
            Interior(left, right, current, thermalVoltage, out saltFlux, out potentialStep);
        }
        else
        {
            Between(left, right, current, current, partition, thermalVoltage, out saltFlux, out potentialStep);
            potentialStep -= current * resistance;
        }
    }

    /// <summary>Evaluates the face between two layers, without the resistance of the joint.</summary>
    /// <param name="left">The cell, or its host, on the negative side.</param>
    /// <param name="right">The cell, or its host, on the positive side.</param>
    /// <param name="before">Ionic current in the left half along +x [A/m²].</param>
    /// <param name="after">Ionic current in the right half [A/m²]; differs where a layer stores charge.</param>
    /// <param name="partition">K of the joint [–].</param>
    /// <param name="thermalVoltage">RT/F [V].</param>
    /// <param name="saltFlux">Receives N₋ along +x [mol/(m²·s)].</param>
    /// <param name="potentialStep">Receives Φ(right centre) − Φ(left centre) [V].</param>
    internal static void Between<T>(
        in FaceSide<T> left,
        in FaceSide<T> right,
        T before,
        T after,
        double partition,
        double thermalVoltage,
        out T saltFlux,
        out T potentialStep)
        where T : struct, IScalar<T>
    {
        T atLeft, atRight;
        if (left.IsBinary && right.IsBinary)
        {
            atLeft = JointSurface(left, right, before, after, partition);
            atRight = partition * atLeft;
            saltFlux = JointFlux(left, right, before, after, partition);
        }
        else
        {
            saltFlux = 0.0; // anions cannot enter a single-ion layer
            (atLeft, atRight) = (BlockedSurface(left, -before), BlockedSurface(right, after));
        }

        potentialStep = HalfStep(left, atLeft, before, thermalVoltage) - HalfStep(right, atRight, -after, thermalVoltage);
    }

    /// <summary>Salt flux alone, where no potential is asked for.</summary>
    /// <param name="left">The cell on the negative side.</param>
    /// <param name="right">The cell on the positive side.</param>
    /// <param name="current">Ionic current along +x [A/m²].</param>
    /// <param name="partition">K of the joint [–].</param>
    /// <returns>N₋ along +x [mol/(m²·s)].</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T SaltFlux<T>(in FaceSide<T> left, in FaceSide<T> right, T current, double partition)
        where T : struct, IScalar<T>
    {
        if (!left.IsBinary || !right.IsBinary)
        {
            return 0.0; // anions cannot enter a single-ion layer
        }

        return left.Segment == right.Segment
            ? InteriorFlux(left, right, current)
            : JointFlux(left, right, current, current, partition);
    }

    /// <summary>Salt concentration on the left side of a joint between two binary layers; K times as much on the right.</summary>
    /// <param name="left">The cell on the negative side.</param>
    /// <param name="right">The cell on the positive side.</param>
    /// <param name="before">Ionic current in the left half along +x [A/m²].</param>
    /// <param name="after">Ionic current in the right half [A/m²].</param>
    /// <param name="partition">K of the joint [–].</param>
    /// <returns>c⁻ [mol/m³].</returns>
    internal static T JointSurface<T>(in FaceSide<T> left, in FaceSide<T> right, T before, T after, double partition)
        where T : struct, IScalar<T>
    {
        // Equal anion flux on both sides fixes c⁻; c⁺ = K·c⁻.
        T permeanceLeft = left.Diffusivity / left.Half, permeanceRight = right.Diffusivity / right.Half; // [m/s]
        T carriedLeft = (1.0 - left.Transference) * before * (1.0 / PhysicalConstants.Faraday);
        T carriedRight = (1.0 - right.Transference) * after * (1.0 / PhysicalConstants.Faraday);
        return ((permeanceLeft * left.Concentration) + (permeanceRight * right.Concentration) + (carriedRight - carriedLeft))
            / (permeanceLeft + (partition * permeanceRight));
    }

    /// <summary>Salt concentration at a face that stops the anions, current flowing from the face into the cell.</summary>
    /// <param name="cell">The cell at the face.</param>
    /// <param name="inward">Ionic current from the face into the cell [A/m²].</param>
    /// <returns>c at the face [mol/m³]; meaningless in a single-ion layer.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T BlockedSurface<T>(in FaceSide<T> cell, T inward)
        where T : struct, IScalar<T> =>
        cell.IsBinary
            ? cell.Concentration
                + ((1.0 - cell.Transference) * inward * (cell.Half * (1.0 / PhysicalConstants.Faraday)) / cell.Diffusivity)
            : cell.Concentration;

    /// <summary>Φ(face) − Φ(centre) of one cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="surface">c at the face [mol/m³].</param>
    /// <param name="outward">Ionic current from the centre to the face [A/m²].</param>
    /// <param name="thermalVoltage">RT/F [V].</param>
    /// <returns>The potential step [V].</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T HalfStep<T>(in FaceSide<T> cell, T surface, T outward, double thermalVoltage)
        where T : struct, IScalar<T>
    {
        T ohmic = -(outward * cell.Half / cell.Conductivity);
        return cell.IsBinary
            ? ohmic + (Diffusional(cell, thermalVoltage) * T.Log(surface / cell.Concentration))
            : ohmic;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Diffusional<T>(in FaceSide<T> cell, double thermalVoltage)
        where T : struct, IScalar<T> =>
        2.0 * thermalVoltage * (1.0 - cell.Transference) * cell.ThermodynamicFactor;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Interior<T>(
        in FaceSide<T> left, in FaceSide<T> right, T current, double thermalVoltage, out T saltFlux, out T potentialStep)
        where T : struct, IScalar<T>
    {
        // Linear interpolation to the face for smooth properties, series resistance for transport.
        T weightLeft = right.Half / (left.Half + right.Half), weightRight = 1.0 - weightLeft;
        T anion = 1.0 - ((weightLeft * left.Transference) + (weightRight * right.Transference));
        T factor = (weightLeft * left.ThermodynamicFactor) + (weightRight * right.ThermodynamicFactor);
        T ohmic = (left.Half / left.Conductivity) + (right.Half / right.Conductivity); // [Ω·m²]
        saltFlux = InteriorFlux(left, right, current);
        potentialStep = (2.0 * thermalVoltage * anion * factor * T.Log(right.Concentration / left.Concentration))
            - (current * ohmic);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T InteriorFlux<T>(in FaceSide<T> left, in FaceSide<T> right, T current)
        where T : struct, IScalar<T>
    {
        T weightLeft = right.Half / (left.Half + right.Half);
        T anion = 1.0 - ((weightLeft * left.Transference) + ((1.0 - weightLeft) * right.Transference));
        T diffusion = (left.Half / left.Diffusivity) + (right.Half / right.Diffusivity); // [s/m]
        return ((left.Concentration - right.Concentration) / diffusion)
            - (anion * current * (1.0 / PhysicalConstants.Faraday));
    }

    /// <summary>Anion flux through a joint.</summary>
    /// <remarks>
    /// The surface of <see cref="JointSurface"/> is eliminated: a contact cell is so thin that its centre and its surface differ by
    /// rounding, and their difference over its thickness would be noise.
    /// </remarks>
    private static T JointFlux<T>(in FaceSide<T> left, in FaceSide<T> right, T before, T after, double partition)
        where T : struct, IScalar<T>
    {
        T permeanceLeft = left.Diffusivity / left.Half, permeanceRight = right.Diffusivity / right.Half; // [m/s]
        T share = 1.0 / (permeanceLeft + (partition * permeanceRight));
        T carriedLeft = (1.0 - left.Transference) * before * (1.0 / PhysicalConstants.Faraday);
        T carriedRight = (1.0 - right.Transference) * after * (1.0 / PhysicalConstants.Faraday);
        return share * ((permeanceLeft * permeanceRight * ((partition * left.Concentration) - right.Concentration))
            - (permeanceLeft * carriedRight) - (partition * permeanceRight * carriedLeft));
    }
}
