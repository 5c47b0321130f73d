using System.Collections.Immutable;
using Lamella.Core.Yaml;

namespace Lamella.Materials.Bpx;

/// <summary>Turns the tree of a BPX file into a document, whatever its version.</summary>
internal sealed class BpxReader(string file, YamlMapping root)
{
    private const int NewestMajor = 1;

    private bool _isLegacy;

    internal BpxDocument Read()
    {
        root.AllowOnly(BpxSchema.Header, BpxSchema.Parameterisation, BpxSchema.State, BpxSchema.Validation);
        YamlMapping header = root.Required(BpxSchema.Header).AsMapping().AllowOnly("BPX", "Title", "Description", "References", "Model");
        string version = Version(header.Required("BPX", "\"1.0.0\""));
        string model = header.Required("Model", "\"DFN\"").AsOneOf(BpxSchema.Models);
        YamlMapping parameters = root.Required(BpxSchema.Parameterisation).AsMapping().AllowOnly(
            BpxSchema.Cell, BpxSchema.Electrolyte, BpxSchema.Negative, BpxSchema.Positive, BpxSchema.Separator, BpxSchema.UserDefined);
        var electrodes = new BpxElectrodeReader();
        var document = new BpxDocument
        {
            Version = version,
            Title = Text(header, "Title") is { Length: > 0 } title ? title : Path.GetFileNameWithoutExtension(file),
            Description = Text(header, "Description"),
            References = Text(header, "References"),
            Model = model,
            Cell = Optional(parameters, BpxSchema.Cell) is { } cell ? Cell(cell) : null,
            Electrolyte = Optional(parameters, BpxSchema.Electrolyte) is { } electrolyte ? Electrolyte(electrolyte) : null,
            Negative = Optional(parameters, BpxSchema.Negative) is { } negative ? electrodes.Electrode(negative) : null,
            Positive = Optional(parameters, BpxSchema.Positive) is { } positive ? electrodes.Electrode(positive) : null,
            Separator = Optional(parameters, BpxSchema.Separator) is { } separator ? electrodes.Separator(separator) : null,
            State = BpxStateReader.Read(root, _isLegacy),
            Validation = Validation(),
            UserDefined = [.. Optional(parameters, BpxSchema.UserDefined)?.Entries.Select(entry => entry.Key) ?? []],
        };
        RequireSections(parameters, document);
        return document;
    }

    private static YamlMapping? Optional(YamlMapping section, string key) => section.Optional(key)?.AsMapping();

    private static string Text(YamlMapping header, string key) => header.Optional(key)?.AsScalar().Value ?? string.Empty;

    private string Version(YamlNode node)
    {
        string version = node.AsText();
        string[] parts = version.Split('.');
        bool isKnown = parts.Length is >= 1 and <= 3 && parts.All(part => int.TryParse(part, out int number) && number >= 0)
            && int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture) <= NewestMajor;
        _isLegacy = isKnown && parts[0] == "0";
        return isKnown ? version : throw node.Error(
            $"the BPX version is '{version}'.", "0.1 to 1.x, such as \"1.1.0\"", "Convert the file to a version that is known, or correct the number.");
    }

    private BpxCell Cell(YamlMapping cell)
    {
        string[] moved = [BpxSchema.Ambient, BpxSchema.Initial, BpxSchema.ThermalConductivity];
        if (!_isLegacy && cell.Entries.FirstOrDefault(entry => moved.Contains(entry.Key)) is { } entry)
        {
            throw entry.Value.Error(
                $"'{entry.Key}' stands in the cell.",
                "in version 1: temperatures under State, other values under User-defined",
                "Move it there, or state version 0.x in the header if the file is of that version.");
        }

        cell.AllowOnly([.. BpxSchema.CellKeys, .. _isLegacy ? moved : []]);
        double lower = BpxNodes.Number(cell, BpxSchema.Lower, BpxRange.Any), upper = BpxNodes.Number(cell, BpxSchema.Upper, BpxRange.Any);
        if (lower >= upper)
        {
            throw cell.Required(BpxSchema.Lower).Error(
                FormattableString.Invariant($"the lower cut-off {lower} V is not below the upper cut-off {upper} V."), "lower < upper", "Correct the wrong one.");
        }

        double pairs = BpxNodes.Number(cell, BpxSchema.Pairs, new BpxRange(1.0, 1e6));
        return new BpxCell
        {
            ElectrodeArea = BpxNodes.Number(cell, BpxSchema.Area, BpxRange.Positive),
            Pairs = pairs == Math.Floor(pairs) ? (int)pairs : throw cell.Required(BpxSchema.Pairs).Error(
                FormattableString.Invariant($"the number of electrode pairs is {pairs}."), "a whole number from 1", "Count the pairs."),
            LowerCutOff = lower,
            UpperCutOff = upper,
            NominalCapacity = 3600.0 * BpxNodes.Number(cell, BpxSchema.Capacity, BpxRange.Positive),
            ReferenceTemperature = BpxNodes.NumberOrNull(cell, BpxSchema.Reference, BpxRange.Positive) ?? 298.15,
            ExternalSurface = BpxNodes.NumberOrNull(cell, BpxSchema.Surface, BpxRange.Positive),
            Volume = BpxNodes.NumberOrNull(cell, BpxSchema.Volume, BpxRange.Positive),
            Density = BpxNodes.NumberOrNull(cell, BpxSchema.Density, BpxRange.Positive),
            SpecificHeat = BpxNodes.NumberOrNull(cell, BpxSchema.SpecificHeat, BpxRange.Positive),
        };
    }

    private BpxElectrolyte Electrolyte(YamlMapping electrolyte)
    {
        if (!_isLegacy && electrolyte.Optional(BpxSchema.InitialConcentration) is { } moved)
        {
            throw moved.Error(
                $"'{BpxSchema.InitialConcentration}' stands in the electrolyte.",
                $"in version 1: '{BpxSchema.Salt}' under State / {BpxSchema.InitialConditions}",
                "Move and rename it, or state version 0.x in the header if the file is of that version.");
        }

        electrolyte.AllowOnly([.. BpxSchema.ElectrolyteKeys, .. _isLegacy ? (string[])[BpxSchema.InitialConcentration] : []]);
        return new BpxElectrolyte
        {
            TransferenceNumber = BpxNodes.Number(electrolyte, BpxSchema.Transference, new BpxRange(-10.0, 1.0)),
            Conductivity = BpxNodes.Function(electrolyte.Required(BpxSchema.Conductivity)),
            ConductivityActivationEnergy = BpxNodes.NumberOrNull(electrolyte, BpxSchema.ConductivityEnergy, BpxRange.Any) ?? 0.0,
            Diffusivity = BpxNodes.Function(electrolyte.Required(BpxSchema.Diffusivity)),
            DiffusivityActivationEnergy = BpxNodes.NumberOrNull(electrolyte, BpxSchema.DiffusivityEnergy, BpxRange.Any) ?? 0.0,
        };
    }

    private static void RequireSections(YamlMapping parameters, BpxDocument document)
    {
        (string Key, bool IsThere)[] sections =
        [
            (BpxSchema.Cell, document.Cell is not null), (BpxSchema.Negative, document.Negative is not null),
            (BpxSchema.Positive, document.Positive is not null), (BpxSchema.Electrolyte, document.Electrolyte is not null || document.Model == "SPM"),
            (BpxSchema.Separator, document.Separator is not null || document.Model == "SPM"),
        ];
        foreach ((string key, bool isThere) in sections)
        {
            if (!isThere && document.Model != "Partial")
            {
                throw parameters.Error(
                    $"a {document.Model} file lacks the section '{key}'.", "all sections; only a file with \"Model\": \"Partial\" may leave some out",
                    "Add the section, or say in the header that the file is partial.");
            }
        }
    }

    private ImmutableArray<BpxExperiment> Validation()
    {
        var found = ImmutableArray.CreateBuilder<BpxExperiment>();
        foreach (YamlEntry entry in Optional(root, BpxSchema.Validation)?.Entries ?? [])
        {
            YamlMapping curve = entry.Value.AsMapping().AllowOnly([.. BpxSchema.ExperimentKeys]);
            ImmutableArray<double>[] columns =
            [
                .. BpxSchema.ExperimentKeys.Select(key => key == BpxSchema.ExperimentKeys[3] && curve.Optional(key) is null
                    ? [] : BpxNodes.List(curve.Required(key))),
            ];
            if (columns.Take(3).Any(column => column.Length != columns[0].Length) || (columns[3].Length > 0 && columns[3].Length != columns[0].Length))
            {
                throw curve.Error($"the columns of '{entry.Key}' have different lengths.", "as many values of each", "Complete the shorter ones.");
            }

            found.Add(new BpxExperiment(entry.Key, columns[0], columns[1], columns[2], columns[3]));
        }

        return found.ToImmutable();
    }
}
