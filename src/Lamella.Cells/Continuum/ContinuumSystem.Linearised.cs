using Lamella.Numerics.Linear;

namespace Lamella.Cells.Continuum;

/// <content>Writes the Jacobian out, entry by entry, for spectra.</content>
internal sealed partial class ContinuumSystem
{
    /// <inheritdoc/>
    /// <remarks>To be called before a factorisation, which folds the particles into the equations of their cells.</remarks>
    public void Linearise(SparsePencilBuilder entries)
    {
        bool[] ofParticles = new bool[layout.ParticleStart]; // equations of E in porous cells stand in the groups
        foreach (ParticleGroup group in groups)
        {
            for (int lane = 0; lane < group.Lanes; lane++)
            {
                ofParticles[Index(group.First + lane, CellLayout.Potential)] = true;
            }
        }

        for (int k = 0; k < layout.Cells; k++)
        {
            entries.Add(Index(k, CellLayout.Salt), Index(k, CellLayout.Salt), jacobian.SaltDiagonal[k], line.Storage[k] > 0.0 ? 1.0 : 0.0);
            for (int slot = 0; slot < CellLayout.PerCell; slot++)
            {
                if (!ofParticles[Index(k, slot)])
                {
                    LineariseRow(k, slot, entries);
                }
            }
        }

        LineariseBorder(ofParticles, entries);
        foreach (PorousLine electrode in porous)
        {
            foreach (ParticleGroup group in electrode.Groups)
            {
                group.Array.Linearise(entries, group.Offset);
                for (int lane = 0; lane < group.Lanes; lane++)
                {
                    LineariseGroup(electrode, group, lane, entries);
                }
            }
        }
    }

    private void LineariseRow(int k, int slot, SparsePencilBuilder entries)
    {
        int row = Index(k, slot);
        for (int column = 0; column < CellLayout.PerCell; column++)
        {
            int entry = Entry(slot, column);
            if (k > 0)
            {
                entries.Add(row, Index(k - 1, column), jacobian.Blocks.Lower(k)[entry]);
            }

            if (slot != CellLayout.Salt || column != CellLayout.Salt)
            {
                entries.Add(row, Index(k, column), jacobian.Blocks.Diagonal(k)[entry]);
            }

            if (k + 1 < layout.Cells)
            {
                entries.Add(row, Index(k + 1, column), jacobian.Blocks.Upper(k)[entry]);
            }
        }
    }

    private void LineariseBorder(bool[] ofParticles, SparsePencilBuilder entries)
    {
        BorderMatrix border = jacobian.Border;
        int kelvin = layout.Temperature < 0 ? -1 : Own(layout.Temperature);
        for (int own = 0; own < border.Size; own++)
        {
            ReadOnlySpan<double> row = own == kelvin ? thermal!.PlainRow : border.Row[own];
            for (int i = 0; i < layout.ParticleStart; i++)
            {
                entries.Add(layout.Current + own, i, row[i]);
                if (own != kelvin && !ofParticles[i])
                {
                    entries.Add(i, layout.Current + own, border.Column[own][i], own > 0 ? border.ColumnRate[own][i] : 0.0);
                }
            }

            for (int other = 0; other < border.Size; other++)
            {
                int at = (own * border.Size) + other;
                entries.Add(layout.Current + own, layout.Current + other, border.Corner[at], border.CornerRate[at]);
            }
        }

        for (int i = 0; kelvin >= 0 && i < layout.Current; i++)
        {
            entries.Add(i, layout.Temperature, thermal!.Column[i]);
        }
    }

    /// <summary>The kinetics of one cell and group, what flows into its particle, and what that heats.</summary>
    private void LineariseGroup(PorousLine electrode, ParticleGroup group, int lane, SparsePencilBuilder entries)
    {
        GroupJacobian own = group.Slopes;
        int at = group.First + lane, potential = Index(at, CellLayout.Potential);
        int row = group.CurrentOffset < 0 ? potential : group.CurrentOffset + lane;
        int outermost = group.Offset + group.Array.Size - group.Lanes + lane;
        entries.Add(row, potential, 1.0);
        entries.Add(row, Index(at, CellLayout.Salt), own.BySalt[lane]);
        entries.Add(row, outermost, own.ByStoichiometry[lane]);
        AddCurrent(row, own.ByCurrent[lane]);
        AddCurrent(outermost, group.Array.SurfaceFlowFactor);
        if (thermal is not null)
        {
            entries.Add(layout.Temperature, outermost, own.HeatByStoichiometry[lane]);
            AddCurrent(layout.Temperature, own.HeatByCurrent[lane]);
        }

        // Adds a multiple of the derivatives of the interfacial current of the group.
        void AddCurrent(int equation, double slope)
        {
            double perReference = slope * group.InverseArea[lane] * scales.Current;
            if (group.CurrentOffset >= 0)
            {
                entries.Add(equation, group.CurrentOffset + lane, perReference);
                return;
            }

            int ionic = Index(at, CellLayout.IonicCurrent);
            entries.Add(equation, ionic, perReference);
            if (lane > 0 || electrode.Phase.Inflow == PhaseEnd.Previous)
            {
                entries.Add(equation, ionic - CellLayout.PerCell, -perReference);
            }
            else if (electrode.Phase.Inflow == PhaseEnd.Total)
            {
                entries.Add(equation, layout.Current, perReference);
            }

            entries.Add(equation, potential, 0.0, -slope * group.InverseArea[lane] * electrode.DoubleLayer[lane]);
            foreach (ParticleGroup other in electrode.Groups)
            {
                if (other.CurrentOffset >= 0)
                {
                    entries.Add(equation, other.CurrentOffset + lane, -perReference);
                }
            }
        }
    }
}
