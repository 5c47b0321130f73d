using Lamella.Materials.Electrodes;
using Lamella.Materials.OpenCircuit;

namespace Lamella.Cells.Description.Reading;

/// <summary>Remembers the last stoichiometry window, whose search calibrations do not change.</summary>
/// <remarks>Finding a window checks U(x) at thousands of points; everything else of a build is far cheaper. Safe to share.</remarks>
internal sealed class WindowMemo
{
    private volatile Entry? _last;

    /// <summary>Finds the window, or returns the remembered one if it was found from the same values.</summary>
    internal StoichiometryWindow Find(ActiveMaterial material, double lower, double upper, double temperature, double? capacity)
    {
        Entry? last = _last;
        bool same = last is not null && ReferenceEquals(last.Material, material)
            && (last.Lower, last.Upper, last.Temperature) == (lower, upper, temperature);
        if (same && last!.Capacity == capacity)
        {
            return last.Window;
        }

        StoichiometryWindow window = same
            ? last!.Window.WithCapacity(material, capacity)
            : StoichiometryWindow.Find(material, lower, upper, temperature, capacity);
        _last = new Entry(material, lower, upper, temperature, capacity, window);
        return window;
    }

    private sealed record Entry(
        ActiveMaterial Material, double Lower, double Upper, double Temperature, double? Capacity, StoichiometryWindow Window);
}
