namespace Lamella.Cells.HalfCell;

/// <summary>Where each unknown stands in the state vector.</summary>
/// <remarks>
/// <para>First 4 unknowns per cell along x: salt concentration [mol/L], lithium potential of the electrolyte [V], potential
/// of the solid [V], ionic current through the right face [reference current]. Then the stoichiometries, shell by shell,
/// cathode cell fastest. Then the cell-level unknowns: current, charge, lithium of the foil, lithium of the counter foil.</para>
/// <para>Slots that a cell does not need hold 0 (or 1 mol/L) and an identity equation.</para>
/// </remarks>
internal readonly record struct CellLayout(int Cells, int CathodeStart, int Shells)
{
    internal const int PerCell = 4;
    internal const int Salt = 0;
    internal const int Electrolyte = 1;
    internal const int Solid = 2;
    internal const int IonicCurrent = 3;
    internal const int Global = 4; // number of cell-level unknowns

    internal int Lanes => Cells - CathodeStart;

    internal int ParticleStart => PerCell * Cells;

    internal int ParticleCount => Shells * Lanes;

    internal int Current => ParticleStart + ParticleCount;

    internal int Charge => Current + 1;

    internal int Lithium => Current + 2;

    internal int CounterLithium => Current + 3;

    internal int Size => Current + Global;

    internal ReadOnlySpan<double> Particles(ReadOnlySpan<double> y) => y.Slice(ParticleStart, ParticleCount);

    internal Span<double> Particles(Span<double> y) => y.Slice(ParticleStart, ParticleCount);
}
