using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Materials.Electrolytes;
using Lamella.Materials.Laws;
using Lamella.Materials.Parameters;
using Lamella.Transport.Hosts;

namespace Lamella.Cells.Description.Reading;

/// <summary>Where an electrolyte sits and what it takes over from its neighbour.</summary>
/// <param name="Path">Path of its mapping.</param>
/// <param name="Name">Name in results.</param>
/// <param name="Thickness">Thickness [m].</param>
/// <param name="Porosity">Volume fraction of the phase [–], or null where none is stated.</param>
/// <param name="Kind">Kind used where none is stated, or null.</param>
/// <param name="Material">Material used where none is stated, or null.</param>
/// <param name="Concentration">Salt concentration in equilibrium with the layer before [mol/m³], or null.</param>
internal sealed record LayerScope(
    string Path, string Name, double Thickness, double? Porosity, string? Kind, string? Material, double? Concentration);

/// <summary>Builds an electrolyte layer, or the electrolyte in the pores of the cathode, with effective properties.</summary>
internal sealed class LayerBuilder(CellValues values, MaterialLibrary materials, double cellTemperature)
{
    private const double UsualExponent = 1.5;

    private readonly StatedLaws _laws = new(values, cellTemperature);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Builds the layer.</summary>
    internal ElectrolyteLayer Build(LayerScope scope)
    {
        string kind = values.Content.Text($"{scope.Path}/kind")?.Text ?? scope.Kind
            ?? throw values.Content.Missing(scope.Path, "kind", "Add 'kind: binary' (both ions move) or 'kind: single-ion' (lithium alone).");
        ElectrolyteLayer layer = kind switch
        {
            CellChecks.Binary => Binary(scope),
            CellChecks.SingleIon => SingleIon(scope),
            _ => HostGuest(scope),
        };
        return layer with { RelativePermittivity = values.Take($"{scope.Path}/relative permittivity") ?? 0.0 };
    }

    /// <summary>Returns the name of the material that a layer names, or null.</summary>
    internal string? MaterialOf(string path) => values.Content.Text($"{path}/material")?.Text;

    private SingleIonLayer SingleIon(LayerScope scope)
    {
        SingleIonConductor? material = Material<SingleIonConductor>(scope);
        values.Note(material?.Cautions ?? []);
        return new SingleIonLayer
        {
            Name = scope.Name,
            Thickness = scope.Thickness,
            Conductivity = Transport(scope, "conductivity", "mS/cm", material?.Conductivity, material?.State, material?.Name, 0.0),
        };
    }

    private HostGuestLayer HostGuest(LayerScope scope)
    {
        SingleIonConductor? material = Material<SingleIonConductor>(scope);
        values.Note(material?.Cautions ?? []);
        string path = $"{scope.Path}/exchange resistance";
        double host = scope.Porosity is { } pores ? 1.0 - pores : double.NaN;
        PropertyLaw conductivity = Transport(
            scope with { Porosity = double.IsNaN(host) ? null : host }, "conductivity", "mS/cm", material?.Conductivity, material?.State, material?.Name, 0.0);
        ElectrolyteLayer guest = Build(scope with { Path = $"{scope.Path}/guest", Name = $"{scope.Name} guest" });
        return new HostGuestLayer
        {
            Name = scope.Name,
            Thickness = scope.Thickness,
            Conductivity = conductivity,
            Guest = guest,
            ExchangeResistance = values.Take(path)!.Value,
            ExchangeActivationEnergy = values.Take($"{path}/activation energy") ?? 0.0,
            ExchangeReferenceTemperature = values.Content.Find(path)!.Quantity.Temperature ?? cellTemperature,
            InterfaceArea = values.Take($"{scope.Path}/interface area")!.Value,
            NegativeContact = Contact($"{scope.Path}/negative contact"),
            PositiveContact = Contact($"{scope.Path}/positive contact"),
        };
    }

    private PhaseContact Contact(string path)
    {
        string[] words = ["both", "host", "guest"];
        if (values.Content.Text(path) is not { } stated)
        {
            return PhaseContact.Both;
        }

        int found = Array.IndexOf(words, stated.Text);
        return found >= 0 ? (PhaseContact)found : throw new InputException(
            stated.Place,
            $"the contact is '{stated.Text}'.",
            string.Join(", ", words),
            Suggestion.Nearest(stated.Text, words) is { } nearest ? $"Did you mean '{nearest}'?" : "Say which phases the neighbour touches.");
    }

    /// <summary>The ceramic fraction beside a binary electrolyte, or null.</summary>
    private PropertyLaw? Ceramic(LayerScope scope)
    {
        string path = $"{scope.Path}/ceramic conductivity";
        if (values.Content.Find(path) is not { } stated)
        {
            return null;
        }

        if (stated.Quantity.State is not (ReferenceState.None or ReferenceState.EffectiveInHost))
        {
            throw new InputException(
                stated.Place,
                $"'{path.Replace("/", " / ", StringComparison.Ordinal)}' has the state '{stated.Quantity.State.Text()}'.",
                "the value of the ceramic network in this layer, state: effective in host",
                "Multiply the bulk value by the share and the tortuosity of the ceramic.");
        }

        return _laws.Make(path, stated, 1.0, null, 0.0);
    }

    private BinaryLayer Binary(LayerScope scope)
    {
        BinaryElectrolyte? material = Material<BinaryElectrolyte>(scope);
        values.Note(material?.Cautions ?? []);
        double concentration = Concentration(scope, material);
        const ReferenceState Bulk = ReferenceState.BulkPhase;
        return new BinaryLayer
        {
            Name = scope.Name,
            Thickness = scope.Thickness,
            Conductivity = Transport(scope, "conductivity", "mS/cm", material?.Conductivity, Bulk, material?.Name, concentration),
            Diffusivity = Transport(scope, "diffusivity", "m2/s", material?.Diffusivity, Bulk, material?.Name, concentration),
            TransferenceNumber = Number(scope, "transference number", material?.TransferenceNumber, material?.Name, concentration),
            ThermodynamicFactor = ThermodynamicFactor(scope, material, concentration),
            VolumeFraction = values.Take(
                $"{scope.Path}/salt volume fraction",
                scope.Porosity ?? 1.0,
                "1",
                new Source(Origin.Derived, scope.Porosity is null ? "the whole layer holds salt" : "the porosity", null, null, Confidence.Verified)),
            RestConcentration = concentration,
            CeramicConductivity = Ceramic(scope),
        };
    }

    private double Concentration(LayerScope scope, BinaryElectrolyte? material)
    {
        string path = $"{scope.Path}/salt concentration";
        if (values.Take(path) is { } stated)
        {
            if (scope.Concentration is { } balanced && Math.Abs(stated - balanced) > 1e-6 * balanced)
            {
                values.Note(FormattableString.Invariant(
                    $"{path}: {stated:G6} mol/m3 is not in equilibrium with the layer before it ({balanced:G6} mol/m3 by the partition coefficient); salt will move at rest."));
            }

            return stated;
        }

        double concentration = scope.Concentration ?? material?.RestConcentration
            ?? throw values.Content.Missing(scope.Path, "salt concentration", "Add 'salt concentration: 1 mol/L', or name a 'material'.");
        values.Default(path, concentration, "mol/L", scope.Concentration is not null
            ? new Source(Origin.Derived, "equilibrium with the layer before it", null, null, Confidence.Verified)
            : material!.Sources[nameof(BinaryElectrolyte.RestConcentration)]);
        return concentration;
    }

    private PropertyLaw Number(LayerScope scope, string key, PropertyLaw? material, string? name, double concentration)
    {
        string path = $"{scope.Path}/{key}";
        if (values.Take(path) is { } stated)
        {
            return PropertyLaws.Constant(stated, values.Content.Find(path)!.Quantity.Source!);
        }

        PropertyLaw law = material ?? throw values.Content.Missing(scope.Path, key, $"Add '{key}: 0.4', or name a 'material'.");
        values.Law(path, name!, law.Source);
        Show(path, law, "1", concentration, ReferenceState.None);
        return law;
    }

    private PropertyLaw ThermodynamicFactor(LayerScope scope, BinaryElectrolyte? material, double concentration)
    {
        string path = $"{scope.Path}/thermodynamic factor";
        if (material is not null || values.Content.Find(path) is not null)
        {
            return Number(scope, "thermodynamic factor", material?.ThermodynamicFactor, material?.Name, concentration);
        }

        Source source = Source.Assumption("ideal dilute solution, where nothing else is stated");
        values.Default(path, 1.0, "1", source);
        return PropertyLaws.Constant(1.0, source);
    }

    private PropertyLaw Transport(
        LayerScope scope, string key, string unit, PropertyLaw? law, ReferenceState? state, string? material, double concentration)
    {
        string path = $"{scope.Path}/{key}";
        if (values.Content.Find(path) is { } stated)
        {
            double statedFactor = Factor(scope, path, stated.Quantity.State, stated.Place);
            return _laws.Make(path, stated, statedFactor, law, concentration);
        }

        if (law is null)
        {
            throw values.Content.Missing(
                scope.Path,
                key,
                scope.Kind is null
                    ? $"Add '{key}: {{value: …, state: effective in host}}', or name a 'material'."
                    : $"State it for the phase in the pores (state: bulk phase), or name a 'material': the {key} of the layer before "
                      + "belongs to another host.");
        }

        InputPlace place = values.Content.Text($"{scope.Path}/material")?.Place ?? values.Content.PlaceOf(scope.Path);
        double factor = Factor(scope, path, state!.Value, place);
        PropertyLaw effective = _laws.FromMaterial(path, material!, law).Times(factor);
        Show(path, effective, unit, concentration, ReferenceState.EffectiveInHost);
        return effective;
    }

    /// <summary>Lists a law's value at rest; laws that refuse the cell's temperature fail when they are used.</summary>
    private void Show(string path, PropertyLaw law, string unit, double concentration, ReferenceState state)
    {
        if (values.IsLogged && (law.Outside == OutsideRange.Report || law.TemperatureRange.Contains(cellTemperature)))
        {
            values.Default(path, law.At(concentration, cellTemperature), unit, law.Source, state, cellTemperature);
        }
    }

    private double Factor(LayerScope scope, string path, ReferenceState state, InputPlace place)
    {
        string refusal = EffectiveTransport.Explain(state);
        if (refusal.Length > 0)
        {
            throw new InputException(
                place,
                $"'{path.Replace("/", " / ", StringComparison.Ordinal)}' has the state '{state.Text()}', which is not that of a layer.",
                "state: effective in host, or bulk phase with the porosity",
                refusal);
        }

        return state == ReferenceState.EffectiveInHost ? 1.0 : EffectiveTransport.Factor(state, Host(scope, path, place));
    }

    private PorousHost Host(LayerScope scope, string path, InputPlace place)
    {
        if (scope.Porosity is not { } porosity)
        {
            throw new InputException(
                place,
                $"'{path.Replace("/", " / ", StringComparison.Ordinal)}' is of the bulk phase, but the layer does not say how much of it is that phase.",
                "a 'porosity' with 'bruggeman' or 'tortuosity factor'",
                "Add 'porosity: 45 vol%', or 'porosity: 100 vol%' if the layer is nothing but this phase.");
        }

        return values.Content.Find($"{scope.Path}/tortuosity factor") is not null
            ? PorousHost.Tortuous(porosity, TakeOnce($"{scope.Path}/tortuosity factor"))
            : PorousHost.Bruggeman(porosity, TakeOnce($"{scope.Path}/bruggeman"));
    }

    /// <summary>Takes a value that conductivity and diffusivity share; it is listed with the first of them.</summary>
    private double TakeOnce(string path)
    {
        if (_taken.Add(path))
        {
            return values.Take(path, UsualExponent, "1", Source.Assumption("Bruggeman's exponent for spheres"));
        }

        return values.Content.Find(path)?.Si ?? UsualExponent;
    }

    private T? Material<T>(LayerScope scope)
        where T : class
    {
        StatedText? stated = values.Content.Text($"{scope.Path}/material");
        string? name = stated?.Text ?? scope.Material;
        return name is null ? null : MaterialLookup.Get<T>(materials, name, stated?.Place ?? values.Content.PlaceOf(scope.Path));
    }
}
