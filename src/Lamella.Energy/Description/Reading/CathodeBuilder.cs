using System.Globalization;
using Lamella.Core.Errors;
using Lamella.Materials.Electrodes;
using Lamella.Materials.Parameters;

namespace Lamella.Energy.Description.Reading;

/// <summary>Builds the cathode: loading from one of three keys, volumes from one of three more.</summary>
internal sealed class CathodeBuilder(DesignContent content, MaterialLibrary materials)
{
    private const double BinderDensity = 1780.0; // [kg/m³] PVDF
    private const double CarbonDensity = 1900.0; // [kg/m³] carbon black
    private const double Rounding = 1e-3;

    private static readonly string[] Loadings = ["loading", "electrode loading", "areal capacity"];
    private static readonly string[] Volumes = ["porosity", "thickness", "coating density"];

    /// <summary>Builds the cathode.</summary>
    /// <exception cref="InputException">A value is missing, or values contradict each other.</exception>
    internal CathodeDesign Build(bool coin)
    {
        double active = content.Required("cathode/composition/active", "96 wt%");
        double binder = content.Si("cathode/composition/binder", 0.0), carbon = content.Si("cathode/composition/carbon", 0.0);
        RequireWhole(active, binder, carbon);
        string name = content.Texts.GetValueOrDefault("cathode/material")?.Text ?? "active material";
        double density = Density(name);
        double capacity = content.Required("cathode/capacity", "210 mAh/g");
        double loading = Loading(active, capacity);
        double solids = loading / active * ((active / density)
            + (binder / content.Si("cathode/binder density", BinderDensity)) + (carbon / content.Si("cathode/carbon density", CarbonDensity)));
        (double thickness, double porosity) = Volume(solids, loading / active);
        LayerBuilder.RequireEffective("cathode/pore conductivity", content);
        return new CathodeDesign
        {
            Material = name,
            ActiveLoading = loading,
            ActiveShare = active,
            BinderShare = binder,
            CarbonShare = carbon,
            ActiveDensity = density,
            Thickness = thickness,
            Porosity = porosity,
            Capacity = capacity,
            FirstChargeCapacity = FirstCharge(capacity),
            Footprint = coin
                ? Footprint.Disc(content.Required("cathode/diameter", "12 mm"))
                : new Footprint(content.Required("cathode/width", "60 mm"), content.Required("cathode/height", "90 mm"), false),
            Collector = new LayerBuilder(content, materials).Foil("cathode/collector"),
            PoreSalt = LayerBuilder.Salt(content, "cathode/pore "),
            PoreConductivity = content.Si("cathode/pore conductivity", 0.0),
        };
    }

    private void RequireWhole(double active, double binder, double carbon)
    {
        if (Math.Min(binder, carbon) < 0.0 || active <= 0.0 || Math.Abs(active + binder + carbon - 1.0) > Rounding)
        {
            throw new InputException(
                content.PlaceOf("cathode/composition"),
                string.Create(CultureInfo.InvariantCulture, $"active material, binder and carbon make up {100.0 * (active + binder + carbon):G6} wt% of the coating."),
                "100 wt% together, of which some is active material", "Correct the shares; they count the dry coating without the foil.");
        }
    }

    private double Density(string material) => content.Si("cathode/density")
        ?? (content.Texts.ContainsKey("cathode/material")
            ? MaterialNames.Get<ActiveMaterial>(materials, content, "cathode/material", material).CrystalDensity
            : throw content.Missing("cathode", "material", "Add 'material: ncm811-chen2020', or state 'density' of the active material."));

    private double Loading(double active, double capacity) => One(Loadings, "the amount of active material", "loading: 20 mg/cm2") switch
    {
        "loading" => content.Si("cathode/loading", 0.0),
        "electrode loading" => active * content.Si("cathode/electrode loading", 0.0),
        _ => content.Si("cathode/areal capacity", 0.0) / capacity,
    };

    private (double Thickness, double Porosity) Volume(double solids, double coating)
    {
        string key = One(Volumes, "the volume of the coating", "porosity: 25 vol%");
        if (key == "porosity")
        {
            double stated = content.Si("cathode/porosity", 0.0);
            return (solids / (1.0 - stated), stated);
        }

        double thickness = key == "thickness" ? content.Si("cathode/thickness", 0.0) : coating / content.Si("cathode/coating density", 0.0);
        double porosity = 1.0 - (solids / thickness);
        return porosity >= 0.0 ? (thickness, porosity) : throw new InputException(
            content.Find($"cathode/{key}")!.Place,
            string.Create(CultureInfo.InvariantCulture, $"the solids alone fill {1e6 * solids:G5} um, but the coating is {1e6 * thickness:G5} um thick."),
            string.Create(CultureInfo.InvariantCulture, $"a thickness above {1e6 * solids:G5} um, or a coating density below {coating / solids:G5} kg/m3"),
            "Correct loading, composition, densities or thickness.");
    }

    private double FirstCharge(double capacity)
    {
        double first = content.Si("cathode/first charge capacity", capacity);
        return first >= capacity ? first : throw new InputException(
            content.Find("cathode/first charge capacity")!.Place, "the first charge takes less lithium out of the cathode than the discharge puts back.",
            "at least 'capacity'", "Correct one of the two; leave it out where it is not known.");
    }

    /// <summary>Returns the one key of a group that the file states.</summary>
    private string One(string[] keys, string what, string example)
    {
        string[] stated = [.. keys.Where(key => content.Find($"cathode/{key}") is not null)];
        return stated.Length == 1 ? stated[0] : throw new InputException(
            stated.Length == 0 ? content.PlaceOf("cathode") : content.Find($"cathode/{stated[1]}")!.Place,
            stated.Length == 0 ? $"'cathode' does not say {what}." : $"'{stated[0]}' and '{stated[1]}' both say {what}.",
            "one of " + string.Join(", ", keys),
            stated.Length == 0 ? $"Add a line '{example}' there." : "Keep the one that was measured.");
    }
}
