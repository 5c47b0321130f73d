using System.Collections.Immutable;
using Lamella.Materials.Bpx;
using Lamella.Materials.Laws;

namespace Lamella.Cells.Description.Bpx;

/// <summary>The bulk electrolyte of a cell whose layers are described by effective values.</summary>
/// <remarks>
/// Where the separator's laws say by which factor they were made from a bulk law, that factor is its transport efficiency; a
/// separator without such a factor has an efficiency of 1 and its effective law counts as the bulk.
/// </remarks>
internal sealed class BpxLiquid
{
    private const double Agreement = 1e-9;
    private const double HighestConcentration = 4000.0; // [mol/m³] up to which laws are sampled

    private readonly double _temperature;
    private readonly BpxLaw _conductivity;
    private readonly BpxLaw _diffusivity;
    private readonly double _transference;
    private readonly ImmutableArray<string>.Builder _losses;

    internal BpxLiquid(BinaryLayer separator, double temperature, ImmutableArray<string>.Builder losses)
    {
        (_temperature, _losses) = (temperature, losses);
        _conductivity = Take(separator.Conductivity);
        _diffusivity = Take(separator.Diffusivity);
        SeparatorEfficiency = _conductivity.Factor is > 0.0 and <= 1.0 ? _conductivity.Factor : 1.0;
        double rest = separator.RestConcentration;
        _transference = separator.TransferenceNumber.At(rest, temperature);
        Electrolyte = new BpxElectrolyte
        {
            TransferenceNumber = _transference,
            Conductivity = _conductivity.Function.Times(_conductivity.Factor / SeparatorEfficiency),
            ConductivityActivationEnergy = _conductivity.ActivationEnergy,
            Diffusivity = _diffusivity.Function.Times(_diffusivity.Factor / SeparatorEfficiency),
            DiffusivityActivationEnergy = _diffusivity.ActivationEnergy,
        };
        NoteLaw(_conductivity, "conductivity of the electrolyte");
        NoteLaw(_diffusivity, "diffusivity of the electrolyte");
        NoteNumbers(separator, rest);
    }

    /// <summary>Gets the electrolyte.</summary>
    internal BpxElectrolyte Electrolyte { get; }

    /// <summary>Gets the transport efficiency of the separator [–].</summary>
    internal double SeparatorEfficiency { get; }

    /// <summary>Finds the transport efficiency of an electrode and says what the common electrolyte misses there.</summary>
    internal double Efficiency(BinaryLayer pores, string side)
    {
        BpxLaw conductivity = Take(pores.Conductivity);
        BpxLaw diffusivity = Take(pores.Diffusivity);
        double ratio = Ratio(conductivity, _conductivity, pores.RestConcentration), other = Ratio(diffusivity, _diffusivity, pores.RestConcentration);
        bool isSame = conductivity.HasSameFunction(_conductivity) && diffusivity.HasSameFunction(_diffusivity)
            && Math.Abs(ratio - other) <= Agreement * ratio
            && Math.Abs(conductivity.ActivationEnergy - _conductivity.ActivationEnergy) <= 1e-3
            && Math.Abs(diffusivity.ActivationEnergy - _diffusivity.ActivationEnergy) <= 1e-3;
        if (!isSame)
        {
            _losses.Add($"The electrolyte in the pores of the {side} electrode differs from that of the separator; only its conductivity at rest is kept.");
        }

        double transference = pores.TransferenceNumber.At(pores.RestConcentration, _temperature);
        if (Math.Abs(transference - _transference) > Agreement)
        {
            _losses.Add(FormattableString.Invariant($"The transference number {transference:G4} in the pores of the {side} electrode."));
        }

        return Math.Min(1.0, SeparatorEfficiency * ratio);
    }

    private static double Ratio(BpxLaw law, BpxLaw separator, double concentration) => law.HasSameFunction(separator)
        ? law.Factor / separator.Factor
        : law.Factor * law.Function.At(concentration) / (separator.Factor * separator.Function.At(concentration));

    private BpxLaw Take(PropertyLaw law)
    {
        // Fits end where their range ends: samples stay inside, an unbounded law is taken up to a concentrated solution.
        double lower = Math.Max(1.0, law.ArgumentRange.Lower), upper = Math.Min(HighestConcentration, law.ArgumentRange.Upper);
        return BpxLaw.Of(law, _temperature, new ValidRange(lower, Math.Max(upper, 2.0 * lower)));
    }

    private void NoteLaw(BpxLaw law, string what)
    {
        if (!law.IsArrhenius)
        {
            _losses.Add($"The temperature law of the {what}: one activation energy around 25 degC stands for it.");
        }

        if (law.IsSampled)
        {
            _losses.Add($"The closed form of the {what}: a table of {law.Function.Table.Length} points stands for it.");
        }
    }

    private void NoteNumbers(BinaryLayer separator, double rest)
    {
        if (!separator.TransferenceNumber.IsConstant)
        {
            _losses.Add(FormattableString.Invariant($"The transference number as a function: its value at rest, {_transference:G4}, stands for it."));
        }

        double factor = separator.ThermodynamicFactor.At(rest, _temperature);
        if (!separator.ThermodynamicFactor.IsConstant || Math.Abs(factor - 1.0) > Agreement)
        {
            _losses.Add(FormattableString.Invariant($"The thermodynamic factor ({factor:G4} at rest): BPX has none and means 1."));
        }
    }
}
