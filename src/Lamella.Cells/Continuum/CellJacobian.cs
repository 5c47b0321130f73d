using Lamella.Numerics.Linear;

namespace Lamella.Cells.Continuum;

/// <summary>The parts of ∂F/∂y and ∂F/∂ẏ, and room for the factors.</summary>
internal sealed class CellJacobian
{
    private readonly RowExchange exchange;

    internal CellJacobian(CellLayout layout, IEnumerable<SecondPhase> phases)
    {
        exchange = new RowExchange(phases);
        Blocks = new BlockTridiagonal4(layout.Cells);
        SaltDiagonal = new double[layout.Cells];
        Flux = new FluxJacobian(layout.Cells);
        Border = new BorderMatrix(layout);
    }

    internal BlockTridiagonal4 Blocks { get; }

    /// <summary>Gets ∂(salt balance)/∂c before the step-size term, per cell.</summary>
    internal double[] SaltDiagonal { get; }

    /// <summary>Gets the derivatives of the salt fluxes.</summary>
    internal FluxJacobian Flux { get; }

    /// <summary>Gets the cell-level rows and columns.</summary>
    internal BorderMatrix Border { get; }

    /// <summary>Gets or sets the factor c of the last factorisation [1/s].</summary>
    internal double DerivativeFactor { get; set; }

    /// <summary>Factors the cells along x; the blocks stay as they are.</summary>
    internal bool FactorAlong()
    {
        exchange.Apply(Blocks);
        bool regular = Blocks.Factor();
        exchange.Apply(Blocks);
        return regular;
    }

    /// <summary>Solves for the unknowns along x.</summary>
    /// <param name="along">On entry the right-hand side, on exit the solution.</param>
    internal void SolveAlong(Span<double> along)
    {
        exchange.Apply(along);
        Blocks.Solve(along);
    }

    internal void Clear()
    {
        Blocks.Clear();
        Array.Clear(SaltDiagonal);
        Flux.Clear();
        Border.Clear();
    }
}

/// <summary>Derivatives of the kinetics of one particle group, per cell; see <see cref="ParticleGroup.Kinetics"/>.</summary>
internal sealed class GroupJacobian(int lanes)
{
    /// <summary>Gets ∂(kinetics)/∂c [V·m³/mol, times the scale of c].</summary>
    internal double[] BySalt { get; } = new double[lanes];

    /// <summary>Gets ∂(kinetics)/∂x of the outermost shell.</summary>
    internal double[] ByStoichiometry { get; } = new double[lanes];

    /// <summary>Gets ∂(kinetics)/∂j with the outermost shell held.</summary>
    internal double[] ByCurrent { get; } = new double[lanes];

    /// <summary>Gets ∂(kinetics)/∂j with the particle eliminated.</summary>
    internal double[] Whole { get; } = new double[lanes];

    /// <summary>Gets ∂(kinetics)/∂(current of the group), the pivot of that current.</summary>
    internal double[] Pivot { get; } = new double[lanes];

    /// <summary>Gets how much more current the double layer takes than the reaction for a change of E over the present step [–].</summary>
    internal double[] Held { get; } = new double[lanes];

    /// <summary>Gets ∂(heating rate)/∂x of the outermost shell.</summary>
    internal double[] HeatByStoichiometry { get; } = new double[lanes];

    /// <summary>Gets ∂(heating rate)/∂j with the outermost shell held.</summary>
    internal double[] HeatByCurrent { get; } = new double[lanes];

    /// <summary>Gets ∂(heating rate)/∂(current of the group) after elimination; of a group after the first, less that of the first.</summary>
    internal double[] HeatWhole { get; } = new double[lanes];
}
