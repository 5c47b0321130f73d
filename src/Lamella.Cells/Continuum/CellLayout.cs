namespace Lamella.Cells.Continuum;

/// <summary>Where each unknown stands in the state vector.</summary>
/// <remarks>
/// <para>First 4 unknowns per cell along x: salt concentration [mol/L], lithium potential of the electrolyte Φ [V],
/// potential of the second phase over it E = φ − Φ [V] (solid, or host of a host-guest layer), ionic current through the
/// right face [reference current]. Then the stoichiometries of each particle group, shell by shell, cell fastest; the
/// currents into the particle groups after the first of an electrode; and the cell-level unknowns, see
/// <see cref="Current"/> and what follows it.</para>
/// <para>Slots that a cell does not need hold 0 (or 1 mol/L) and an identity equation.</para>
/// </remarks>
internal sealed class CellLayout
{
    internal const int PerCell = 4;
    internal const int Salt = 0;
    internal const int Electrolyte = 1;
    internal const int Potential = 2;
    internal const int IonicCurrent = 3;
    private const int AlwaysThere = 5; // current, charge, lithium of both sides, energy

    internal CellLayout(int cells, int particles, int groupCurrents) =>
        (Cells, ParticleCount, GroupCurrents, Size) = (cells, particles, groupCurrents, (PerCell * cells) + particles + groupCurrents + AlwaysThere);

    internal int Cells { get; }

    internal int ParticleStart => PerCell * Cells;

    internal int ParticleCount { get; }

    internal int GroupCurrentStart => ParticleStart + ParticleCount;

    internal int GroupCurrents { get; }

    /// <summary>Gets the first cell-level unknown: the applied current [reference current].</summary>
    internal int Current => GroupCurrentStart + GroupCurrents;

    internal int Charge => Current + 1;

    /// <summary>Gets the lithium of a planar negative side.</summary>
    internal int NegativeLithium => Current + 2;

    /// <summary>Gets the lithium of a planar positive side.</summary>
    internal int PositiveLithium => Current + 3;

    /// <summary>Gets the electrical energy put in since the state of charge was made.</summary>
    internal int Energy => Current + 4;

    /// <summary>Gets the temperature, or −1 where it is prescribed.</summary>
    internal int Temperature { get; private set; } = -1;

    /// <summary>Gets the number of cell-level unknowns.</summary>
    internal int Border => Size - Current;

    internal int Size { get; private set; }

    internal int AddBorder() => Size++;

    internal void AddTemperature() => Temperature = AddBorder();
}
