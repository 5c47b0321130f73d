using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lamella.Reporting.Figures;
using Lamella.Reporting.Svg;

namespace Lamella.Reporting.Plotly;

/// <summary>
/// Writes a figure as Plotly's data and layout. Colours are CSS variables of the page, which its script fills in, so that one
/// file serves light and dark. Serialised with the default encoder, so it can stand inside a script element.
/// </summary>
internal static class PlotlyJson
{
    /// <summary>Writes a figure; trace i is series i.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="isHalf">Whether it stands beside another one, in half the width.</param>
    internal static string Write(Figure figure, bool isHalf)
    {
        FigureView view = FigureView.Of(figure, FigureSvg.PlotAspect(figure, isHalf));
        var data = new JsonArray();
        for (int i = 0; i < figure.Series.Length; i++)
        {
            data.Add(PlotlyTrace.Of(figure, figure.Series[i], view.Colours[i]));
        }

        var layout = new JsonObject
        {
            ["xaxis"] = AxisOf(view.X),
            ["yaxis"] = AxisOf(view.Y),
            ["showlegend"] = false,
            ["barmode"] = "relative",
            ["bargap"] = 0.32,
            ["hovermode"] = "closest",
        };
        if (figure.EqualAxes)
        {
            layout["yaxis"]!["scaleanchor"] = "x";
            layout["yaxis"]!["scaleratio"] = 1;
        }

        // Default encoder: <, >, &, quotes and everything beyond ASCII are written as \uXXXX.
        return new JsonObject { ["data"] = data, ["layout"] = layout }.ToJsonString(JsonSerializerOptions.Default);
    }

    /// <summary>Rounds to seven significant digits, far below what a screen shows, and lists.</summary>
    internal static JsonArray Numbers(IEnumerable<double> values)
    {
        var array = new JsonArray();
        foreach (double value in values)
        {
            array.Add(double.Parse(value.ToString("G7", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
        }

        return array;
    }

    private static JsonObject AxisOf(AxisView view)
    {
        bool isLogarithmic = view.Axis.Scale == AxisScale.Logarithmic;
        var axis = new JsonObject
        {
            ["title"] = new JsonObject { ["text"] = PlotlyText.Escape(view.Axis.Title) },
            ["type"] = isLogarithmic ? "log" : "linear",
            ["range"] = Numbers(isLogarithmic ? [Math.Log10(view.Low), Math.Log10(view.High)] : [view.Low, view.High]),
        };
        if (view.Axis.Scale == AxisScale.Categorical || !view.Axis.Ticks.IsDefaultOrEmpty)
        {
            axis["tickmode"] = "array";
            axis["tickvals"] = Numbers(view.Ticks.Select(t => t.Value));
            axis["ticktext"] = new JsonArray([.. view.Ticks.Select(t => (JsonNode)PlotlyText.Escape(t.Label))]);
        }

        return axis;
    }
}
