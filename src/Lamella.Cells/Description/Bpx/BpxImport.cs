using System.Collections.Immutable;
using System.Security.Cryptography;
using Lamella.Core;
using Lamella.Core.Errors;
using Lamella.Materials.Bpx;
using Lamella.Materials.Electrodes;
using Lamella.Materials.Parameters;

namespace Lamella.Cells.Description.Bpx;

/// <summary>A cell that came from a BPX file, with the state that the file gives it.</summary>
/// <remarks>
/// <para>κ_eff = B·κ and D_eff = B·D with the transport efficiency B; volume fraction of particles a·R/3; i₀ = F·k·√[(c/c₀)·x·(1 − x)],
/// so that i₀ at half filling and 1 mol/L is F·k/2·√(1000 mol/m³/c₀). The areas of all electrode pairs add up.</para>
/// <para><b>Source.</b> Battery Parameter eXchange (BPX) standard, Faraday Institution; eq. 2a for the factor 2 in the current.</para>
/// </remarks>
public sealed record BpxImport
{
    private const string HalfCellLithium = "lithium-xu2019";
    private const double HalfCellFoil = 700e-6; // [m] thick enough never to run out

    /// <summary>Gets the cell.</summary>
    public required CellDescription Cell { get; init; }

    /// <summary>Gets the temperature at the start [K].</summary>
    [Unit("K")]
    public required double Temperature { get; init; }

    /// <summary>Gets the state of charge at the start [–].</summary>
    [Unit("–")]
    public required double StateOfCharge { get; init; }

    /// <summary>Gets what was assumed or left out, in sentences.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>Reads a file and builds its cell.</summary>
    /// <param name="path">Path of the BPX file.</param>
    /// <returns>The cell with its state.</returns>
    /// <exception cref="InputException">The file is no BPX, or holds too little for a cell.</exception>
    public static BpxImport Read(string path)
    {
        BpxDocument document = BpxFile.Read(path);
        string hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        return Build(document, path, hash);
    }

    /// <summary>Builds the cell of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="file">Name of its file in messages and sources.</param>
    /// <param name="hash">SHA-256 of the file in hexadecimal, or an empty text.</param>
    /// <returns>The cell with its state.</returns>
    /// <exception cref="InputException">The document holds too little for a cell; the message says what is missing.</exception>
    public static BpxImport Build(BpxDocument document, string file, string hash = "")
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(file);
        BpxCell cell = document.Cell ?? throw Missing(file, "Cell");
        BpxElectrolyte electrolyte = document.Electrolyte ?? throw Missing(file, "Electrolyte");
        BpxContact separator = document.Separator ?? throw Missing(file, "Separator");
        var notes = ImmutableArray.CreateBuilder<string>();
        var parts = new BpxParts(document, cell, electrolyte, Path.GetFileName(file), notes);
        BpxElectrode positive = document.Positive ?? throw Missing(file, "Positive electrode");
        double area = cell.ElectrodeArea * cell.Pairs;
        parts.NoteWhatIsNotUsed();
        return new BpxImport
        {
            Cell = new CellDescription
            {
                Name = document.Title,
                Area = area,
                Negative = document.Negative is { } negative ? parts.Electrode(negative, isNegative: true) : HalfCell(notes),
                Positive = parts.Electrode(positive, isNegative: false),
                Layers = [parts.Layer("separator", separator)],
                Joints = [Joint.Perfect, Joint.Perfect],
                Thermal = parts.Thermal(area),
                OneCCurrentDensity = cell.NominalCapacity / 3600.0 / area,
                LowerCutOff = cell.LowerCutOff,
                UpperCutOff = cell.UpperCutOff,
                Sources = [parts.Source],
                InputHash = hash,
            },
            Temperature = document.State.InitialTemperature ?? document.State.AmbientTemperature ?? cell.ReferenceTemperature,
            StateOfCharge = document.State.InitialStateOfCharge,
            Notes = notes.ToImmutable(),
        };
    }

    private static LithiumElectrode HalfCell(ImmutableArray<string>.Builder notes)
    {
        LithiumMetal lithium = MaterialLibrary.LoadShipped().Get<LithiumMetal>(HalfCellLithium);
        notes.Add(FormattableString.Invariant(
            $"The file has no negative electrode: lithium foil of {1e6 * HalfCellFoil} um with the kinetics of {HalfCellLithium} is assumed."));
        return new LithiumElectrode { Metal = lithium, Thickness = HalfCellFoil };
    }

    private static InputException Missing(string file, string section) => new(
        InputPlace.Whole(file),
        $"the file has no section '{section}', so it describes no cell that can be run.",
        "Cell, Electrolyte, Separator, Positive electrode, and Negative electrode or none for a half cell against lithium",
        "Files for single particles (\"Model\": \"SPM\") leave the electrolyte out: complete the file, or describe the cell in a cell.yaml.");
}
