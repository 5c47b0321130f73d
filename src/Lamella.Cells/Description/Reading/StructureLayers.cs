using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;
using Lamella.Structures.Voxels;
using Lamella.Transport.Structures;

namespace Lamella.Cells.Description.Reading;

/// <summary>Turns the structures that layers name into the values that the layers would state, once per file.</summary>
internal sealed class StructureLayers
{
    private readonly Dictionary<string, (StructureDescription Structure, LabelVolume Volume)> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<(string File, StructureNetwork Network), StructureTransportResult> _solved = [];

    /// <summary>Lays the values of every named structure into the content.</summary>
    /// <exception cref="InputException">A structure is faulty, conducts nothing, or meets a stated conductivity.</exception>
    internal CellContent Expand(CellContent content)
    {
        foreach (string layer in content.Layers.Where(layer => content.Text($"electrolyte/{layer}/structure") is not null))
        {
            content = Expand(content, $"electrolyte/{layer}");
        }

        return content;
    }

    private CellContent Expand(CellContent content, string path)
    {
        StatedText named = content.Text($"{path}/structure")!;
        if (content.Find($"{path}/conductivity") is { } stated)
        {
            throw new InputException(
                stated.Place, "the layer states a conductivity and names a structure, which gives another.", "one of the two", "Leave out 'conductivity' or 'structure'.");
        }

        string folder = Path.GetDirectoryName(named.Place.File) ?? string.Empty;
        string file = Path.GetFullPath(Path.Combine(folder, named.Text));
        bool twoNetworks = content.Text($"{path}/kind")?.Text == CellChecks.HostGuest;
        content = Network(content, path, named, file, twoNetworks ? StructureNetwork.Host : StructureNetwork.Common);
        if (!twoNetworks)
        {
            return content;
        }

        content = Network(content, $"{path}/guest", named, file, StructureNetwork.Guest);
        (StructureDescription structure, LabelVolume volume) = Read(file);
        return Put(
            content, $"{path}/interface area", new Quantity(StructureTransport.ExchangeArea(structure, volume), Unit.Parse("1/m")), named, structure, string.Empty);
    }

    private CellContent Network(CellContent content, string path, StatedText named, string file, StructureNetwork network)
    {
        (StructureDescription structure, LabelVolume volume) = Read(file);
        if (!_solved.TryGetValue((file, network), out StructureTransportResult? result))
        {
            result = StructureTransport.Solve(structure, volume, network);
            _solved.Add((file, network), result);
        }

        string which = network == StructureNetwork.Common ? string.Empty : $" of the {(network == StructureNetwork.Host ? "host" : "guest")}";
        if (result.Reason is { } reason)
        {
            throw new InputException(
                named.Place, $"the structure{which} conducts nothing: {reason}.", "a structure that connects both of its faces", "Check its labels, phases and direction.");
        }

        var conductivity = new Quantity(result.Conductivity, Unit.Parse("S/m"), result.Uncertainty)
        {
            State = ReferenceState.EffectiveInHost, Temperature = structure.Temperature,
        };
        var energy = new Quantity(result.ActivationEnergy, Unit.Parse("J/mol"));
        content = Put(content, $"{path}/conductivity", conductivity, named, structure, which);
        content = Put(content, $"{path}/conductivity/activation energy", energy, named, structure, which);
        return result.TransferenceNumber is { } number and < 1.0 && content.Text($"{path}/kind")?.Text == CellChecks.Binary
            ? Put(content, $"{path}/transference number", new Quantity(number, Unit.One), named, structure, which)
            : content;
    }

    private (StructureDescription Structure, LabelVolume Volume) Read(string file)
    {
        if (!_read.TryGetValue(file, out (StructureDescription, LabelVolume) read))
        {
            StructureDescription structure = StructureFile.Read(file);
            read = (structure, StructureTransport.Volume(structure));
            _read.Add(file, read);
        }

        return read;
    }

    /// <summary>Puts a value where the file states none.</summary>
    private static CellContent Put(CellContent content, string path, Quantity value, StatedText named, StructureDescription structure, string which)
    {
        if (content.Find(path) is not null)
        {
            return content;
        }

        string axis = structure.Axis == 0 ? "x" : structure.Axis == 1 ? "y" : "z";
        var source = new Source(
            Origin.Derived, $"conduction{which} through the structure {Path.GetFileName(structure.File)} along {axis}", null, named.Text, Confidence.Verified);
        return content with { Values = content.Values.SetItem(path, new StatedValue(value with { Source = source }, named.Place)) };
    }
}
