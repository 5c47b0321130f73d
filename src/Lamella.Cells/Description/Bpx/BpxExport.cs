using System.Collections.Immutable;
using Lamella.Materials.Bpx;

namespace Lamella.Cells.Description.Bpx;

/// <summary>A described cell as far as BPX can hold it.</summary>
/// <remarks>
/// BPX knows one separator with a binary liquid and two porous electrodes with the same liquid. What is only missing in the file
/// is listed in <see cref="Losses"/>; what the format cannot describe at all is in <see cref="Obstacles"/>, and then there is no
/// document. A lithium side makes a partial file without negative electrode.
/// </remarks>
public sealed record BpxExport
{
    private const double ReferenceTemperature = 298.15; // [K] of all values of the file

    /// <summary>Gets the document; null where an obstacle forbids it.</summary>
    public BpxDocument? Document { get; private init; }

    /// <summary>Gets what the file leaves out, in sentences.</summary>
    public ImmutableArray<string> Losses { get; private init; } = [];

    /// <summary>Gets why there is no file, in sentences; empty where there is one.</summary>
    public ImmutableArray<string> Obstacles { get; private init; } = [];

    /// <summary>Gets the text of the file; empty without document.</summary>
    public string Text => Document is null ? string.Empty : BpxWriter.Write(Document);

    /// <summary>Exports a cell.</summary>
    /// <param name="cell">The described cell.</param>
    /// <returns>The document, or why there is none.</returns>
    public static BpxExport Of(CellDescription cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ImmutableArray<string> obstacles = ObstaclesOf(cell);
        if (!obstacles.IsEmpty)
        {
            return new BpxExport { Obstacles = obstacles };
        }

        var losses = ImmutableArray.CreateBuilder<string>();
        var separator = (BinaryLayer)cell.Layers[0];
        var liquid = new BpxLiquid(separator, ReferenceTemperature, losses);
        var parts = new BpxElectrodes(liquid, separator.RestConcentration, ReferenceTemperature, losses);
        NoteLosses(cell, losses);
        BpxElectrode? negative = cell.Negative is PorousElectrode anode ? parts.Electrode(anode, "negative") : null;
        BpxElectrode positive = parts.Electrode((PorousElectrode)cell.Positive, "positive");
        ImmutableArray<string> notKept = [.. losses.Distinct()]; // populations of one material repeat each other
        var document = new BpxDocument
        {
            Version = BpxWriter.Version,
            Title = cell.Name,
            Description = notKept.IsEmpty ? string.Empty : "Not in this file: " + string.Join(" ", notKept),
            References = string.Join("; ", cell.Sources.Where(source => source.Doi is not null).Select(source => source.Citation).Distinct()),
            Model = negative is null ? "Partial" : "DFN",
            Cell = Cell(cell),
            Electrolyte = liquid.Electrolyte,
            Negative = negative,
            Positive = positive,
            Separator = new BpxContact
            {
                Thickness = separator.Thickness, Porosity = separator.VolumeFraction, TransportEfficiency = liquid.SeparatorEfficiency,
            },
            State = new BpxState
            {
                InitialTemperature = ReferenceTemperature,
                AmbientTemperature = cell.Thermal is { Ambient: var ambient } && double.IsFinite(ambient) ? ambient : ReferenceTemperature,
                HeatTransferCoefficient = cell.Thermal?.Cooling,
                SaltConcentration = separator.RestConcentration,
            },
        };
        return new BpxExport { Document = document, Losses = notKept };
    }

    private static ImmutableArray<string> ObstaclesOf(CellDescription cell)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        if (cell.CellsInSeries > 1)
        {
            found.Add($"A bipolar stack of {cell.CellsInSeries} cells: BPX connects electrode pairs in parallel only.");
        }

        if (cell.Layers.Length > 1)
        {
            found.Add($"{cell.Layers.Length} electrolyte layers ({string.Join(", ", cell.Layers.Select(layer => layer.Name))}): BPX holds one separator.");
        }

        foreach (ElectrolyteLayer layer in cell.Layers)
        {
            Explain(found, layer, layer.Name);
        }

        foreach ((Electrode electrode, string side) in (ReadOnlySpan<(Electrode, string)>)[(cell.Negative, "negative"), (cell.Positive, "positive")])
        {
            if (electrode is PorousElectrode porous)
            {
                Explain(found, porous.Pores, $"pores of the {side} electrode");
            }
            else if (side == "positive" || electrode is not LithiumElectrode)
            {
                found.Add($"The {side} side is {Kind(electrode)}: BPX holds porous electrodes, and a lithium foil only as the missing negative side.");
            }
        }

        return found.ToImmutable();
    }

    private static void Explain(ImmutableArray<string>.Builder found, ElectrolyteLayer layer, string where)
    {
        if (layer is SingleIonLayer)
        {
            found.Add($"{where}: a single-ion conductor; BPX electrolytes hold salt.");
        }
        else if (layer is HostGuestLayer)
        {
            found.Add($"{where}: two phases with their own potentials; BPX electrolytes have one.");
        }
        else if (layer is BinaryLayer { CeramicConductivity: not null })
        {
            found.Add($"{where}: a ceramic fraction that conducts beside the electrolyte.");
        }
    }

    private static string Kind(Electrode electrode) => electrode switch
    {
        BareCollector => "a bare collector",
        BlockingElectrode => "blocking",
        InertElectrode => "inert",
        LithiumElectrode => "lithium foil",
        _ => "of another kind",
    };

    private static void NoteLosses(CellDescription cell, ImmutableArray<string>.Builder losses)
    {
        if (cell.Negative is LithiumElectrode lithium)
        {
            losses.Add(FormattableString.Invariant(
                $"The lithium foil ({1e6 * lithium.Thickness:G4} um, i0 {lithium.Metal.ReferenceExchangeCurrentDensity:G4} A/m2, film {1e4 * lithium.FilmResistance:G4} ohm cm2)."));
        }

        for (int k = 0; k < cell.Joints.Length; k++)
        {
            if (cell.Joints[k].Resistance > 0.0 || cell.Joints[k].PartitionCoefficient != 1.0)
            {
                losses.Add(FormattableString.Invariant(
                    $"Joint {k + 1} ({1e4 * cell.Joints[k].Resistance:G4} ohm cm2, partition {cell.Joints[k].PartitionCoefficient:G4})."));
            }
        }

        if (cell.ContactResistance > 0.0)
        {
            losses.Add(FormattableString.Invariant($"The contact resistance ({1e4 * cell.ContactResistance:G4} ohm cm2)."));
        }

        if (cell.Negative.DoubleLayerCapacitance > 0.0 || cell.Positive.DoubleLayerCapacitance > 0.0)
        {
            losses.Add("The capacitances of the double layers.");
        }
    }

    // One electrode pair of the whole area; heat capacity and cooling per area become those of a body of 1 m per that area.
    private static BpxCell Cell(CellDescription cell) => new()
    {
        ElectrodeArea = cell.Area,
        Pairs = 1,
        LowerCutOff = cell.LowerCutOff,
        UpperCutOff = cell.UpperCutOff,
        NominalCapacity = cell.Area * (cell.OneCCurrentDensity > 0.0
            ? 3600.0 * cell.OneCCurrentDensity : ((PorousElectrode)cell.Positive).ReversibleCharge),
        ReferenceTemperature = ReferenceTemperature,
        ExternalSurface = cell.Thermal is null ? null : cell.Area,
        Volume = cell.Thermal is null ? null : cell.Area,
        Density = cell.Thermal?.HeatCapacity,
        SpecificHeat = cell.Thermal is null ? null : 1.0,
    };
}
