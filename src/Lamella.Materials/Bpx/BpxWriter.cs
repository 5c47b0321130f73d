using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lamella.Materials.Bpx;

/// <summary>Writes BPX files of version 1.1.</summary>
public static class BpxWriter
{
    /// <summary>The version that is written.</summary>
    public const string Version = "1.1.0";

    private static readonly JsonWriterOptions Layout = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a document as text.</summary>
    /// <param name="document">The document; its version is replaced by <see cref="Version"/>.</param>
    /// <returns>JSON in the order of the standard.</returns>
    public static string Write(BpxDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Layout))
        {
            json.WriteStartObject();
            Header(json, document);
            json.WriteStartObject(BpxSchema.Parameterisation);
            Parameters(json, document);
            json.WriteEndObject();
            if (document.Model != "Partial" || document.State != new BpxState())
            {
                State(json, document);
            }

            Validation(json, document.Validation);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Header(Utf8JsonWriter json, BpxDocument document)
    {
        json.WriteStartObject(BpxSchema.Header);
        json.WriteString("BPX", Version);
        json.WriteString("Title", document.Title);
        foreach ((string key, string text) in (ReadOnlySpan<(string, string)>)[("Description", document.Description), ("References", document.References)])
        {
            if (text.Length > 0)
            {
                json.WriteString(key, text);
            }
        }

        json.WriteString("Model", document.Model);
        json.WriteEndObject();
    }

    private static void Parameters(Utf8JsonWriter json, BpxDocument document)
    {
        if (document.Cell is { } cell)
        {
            Cell(json, cell);
        }

        if (document.Electrolyte is { } electrolyte)
        {
            json.WriteStartObject(BpxSchema.Electrolyte);
            Number(json, BpxSchema.Transference, electrolyte.TransferenceNumber);
            Function(json, BpxSchema.Conductivity, electrolyte.Conductivity);
            Number(json, BpxSchema.ConductivityEnergy, electrolyte.ConductivityActivationEnergy);
            Function(json, BpxSchema.Diffusivity, electrolyte.Diffusivity);
            Number(json, BpxSchema.DiffusivityEnergy, electrolyte.DiffusivityActivationEnergy);
            json.WriteEndObject();
        }

        foreach ((string key, BpxElectrode? electrode) in (ReadOnlySpan<(string, BpxElectrode?)>)
            [(BpxSchema.Negative, document.Negative), (BpxSchema.Positive, document.Positive)])
        {
            if (electrode is not null)
            {
                Electrode(json, key, electrode);
            }
        }

        if (document.Separator is { } separator)
        {
            json.WriteStartObject(BpxSchema.Separator);
            Contact(json, separator);
            json.WriteEndObject();
        }
    }

    private static void Cell(Utf8JsonWriter json, BpxCell cell)
    {
        json.WriteStartObject(BpxSchema.Cell);
        Number(json, BpxSchema.Area, cell.ElectrodeArea);
        json.WriteNumber(BpxSchema.Pairs, cell.Pairs);
        Number(json, BpxSchema.Lower, cell.LowerCutOff);
        Number(json, BpxSchema.Upper, cell.UpperCutOff);
        Number(json, BpxSchema.Capacity, cell.NominalCapacity / 3600.0);
        Number(json, BpxSchema.Reference, cell.ReferenceTemperature);
        Optional(json, BpxSchema.Surface, cell.ExternalSurface);
        Optional(json, BpxSchema.Volume, cell.Volume);
        Optional(json, BpxSchema.Density, cell.Density);
        Optional(json, BpxSchema.SpecificHeat, cell.SpecificHeat);
        json.WriteEndObject();
    }

    private static void Electrode(Utf8JsonWriter json, string key, BpxElectrode electrode)
    {
        json.WriteStartObject(key);
        Contact(json, electrode);
        Known(json, BpxSchema.Conductivity, electrode.Conductivity);
        if (electrode.Particles is [{ Name: "" } only])
        {
            Particle(json, only);
        }
        else
        {
            json.WriteStartObject(BpxSchema.Blend);
            foreach (BpxParticle particle in electrode.Particles)
            {
                json.WriteStartObject(particle.Name);
                Particle(json, particle);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Contact(Utf8JsonWriter json, BpxContact contact)
    {
        Number(json, BpxSchema.Thickness, contact.Thickness);
        Known(json, BpxSchema.Porosity, contact.Porosity);
        Known(json, BpxSchema.Efficiency, contact.TransportEfficiency);
    }

    private static void Particle(Utf8JsonWriter json, BpxParticle particle)
    {
        Number(json, BpxSchema.Minimum, particle.MinimumStoichiometry);
        Number(json, BpxSchema.Maximum, particle.MaximumStoichiometry);
        Number(json, BpxSchema.MaximumConcentration, particle.MaximumConcentration);
        Number(json, BpxSchema.Radius, particle.Radius);
        Number(json, BpxSchema.SurfaceArea, particle.SurfaceArea);
        Function(json, BpxSchema.Diffusivity, particle.Diffusivity);
        Number(json, BpxSchema.DiffusivityEnergy, particle.DiffusivityActivationEnergy);
        Function(json, BpxSchema.Potential, particle.Potential);
        Function(json, BpxSchema.Delithiation, particle.DelithiationPotential);
        Function(json, BpxSchema.Lithiation, particle.LithiationPotential);
        Function(json, BpxSchema.Entropy, particle.EntropicCoefficient);
        Number(json, BpxSchema.Rate, particle.RateConstant);
        Number(json, BpxSchema.RateEnergy, particle.RateActivationEnergy);
    }

    private static void State(Utf8JsonWriter json, BpxDocument document)
    {
        BpxState state = document.State;
        double temperature = state.InitialTemperature ?? document.Cell?.ReferenceTemperature ?? 298.15;
        json.WriteStartObject(BpxSchema.State);
        json.WriteStartObject(BpxSchema.InitialConditions);
        Number(json, BpxSchema.StateOfCharge, state.InitialStateOfCharge);
        Number(json, BpxSchema.Initial, temperature);
        Optional(json, BpxSchema.Salt, state.SaltConcentration);
        json.WriteEndObject();
        json.WriteStartObject(BpxSchema.ThermalEnvironment);
        Number(json, BpxSchema.Ambient, state.AmbientTemperature ?? temperature);
        Optional(json, BpxSchema.HeatTransfer, state.HeatTransferCoefficient);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Validation(Utf8JsonWriter json, ImmutableArray<BpxExperiment> curves)
    {
        if (curves.IsEmpty)
        {
            return;
        }

        json.WriteStartObject(BpxSchema.Validation);
        foreach (BpxExperiment curve in curves)
        {
            json.WriteStartObject(curve.Name);
            ImmutableArray<double>[] columns = [curve.Time, curve.Current, curve.Voltage, curve.Temperature];
            for (int k = 0; k < columns.Length; k++)
            {
                if (!columns[k].IsEmpty)
                {
                    List(json, BpxSchema.ExperimentKeys[k], columns[k]);
                }
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Function(Utf8JsonWriter json, string key, BpxFunction? function)
    {
        if (function?.Number is { } number)
        {
            Number(json, key, number);
        }
        else if (function?.Expression is { } expression)
        {
            json.WriteString(key, expression.Text);
        }
        else if (function is not null)
        {
            json.WriteStartObject(key);
            List(json, "x", [.. function.Table.Select(point => point.X)]);
            List(json, "y", [.. function.Table.Select(point => point.Y)]);
            json.WriteEndObject();
        }
    }

    private static void List(Utf8JsonWriter json, string key, ImmutableArray<double> values)
    {
        // One line a list: tables and curves would fill pages otherwise.
        var text = new StringBuilder("[");
        text.AppendJoin(", ", values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));
        json.WritePropertyName(key);
        json.WriteRawValue(text.Append(']').ToString());
    }

    /// <summary>Writes 15 digits, so that products of a description print as people write them (5e-06, not 5.000000000000001e-06).</summary>
    private static void Number(Utf8JsonWriter json, string key, double value) =>
        json.WriteNumber(key, double.Parse(value.ToString("E14", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    private static void Optional(Utf8JsonWriter json, string key, double? value)
    {
        if (value is { } number)
        {
            Number(json, key, number);
        }
    }

    private static void Known(Utf8JsonWriter json, string key, double value)
    {
        if (!double.IsNaN(value))
        {
            Number(json, key, value);
        }
    }
}
