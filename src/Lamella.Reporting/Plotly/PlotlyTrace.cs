using System.Text.Json.Nodes;
using Lamella.Reporting.Figures;

namespace Lamella.Reporting.Plotly;

/// <summary>Writes one series as one Plotly trace.</summary>
internal static class PlotlyTrace
{
    private const double BandOpacity = 0.2;

    /// <summary>Writes a series.</summary>
    /// <param name="figure">Its figure, for the units shown on hovering.</param>
    /// <param name="series">The series.</param>
    /// <param name="colour">CSS colour or variable.</param>
    internal static JsonObject Of(Figure figure, Series series, string colour)
    {
        JsonObject trace = series switch
        {
            LineSeries line => Line(line, colour),
            BandSeries band => Band(band, colour),
            PointSeries points => Points(points, colour),
            StackedAreaSeries area => Area(area, colour),
            BarSeries bars => Bars(bars, colour),
            _ => throw new InvalidOperationException($"No trace for {series.GetType().Name}."),
        };
        trace["name"] = PlotlyText.Escape(series.Name);
        if (series is BandSeries)
        {
            trace["hoverinfo"] = "skip";
        }
        else
        {
            string x = figure.X.Scale == AxisScale.Categorical ? "%{x}" : "%{x:.4~g}";
            string named = series is PointSeries { Names.IsDefaultOrEmpty: false } ? "%{text}<br>" : string.Empty;
            trace["hovertemplate"] = $"{named}{x} {Unit(figure.X)}<br>%{{y:.4~g}} {Unit(figure.Y)}";
        }

        return trace;
    }

    private static string Unit(Axis axis) => axis.Unit == Axis.Dimensionless ? "" : PlotlyText.Escape(axis.Unit);

    private static JsonObject Line(LineSeries line, string colour) => new()
    {
        ["type"] = "scatter",
        ["mode"] = "lines",
        ["x"] = PlotlyJson.Numbers(line.X),
        ["y"] = PlotlyJson.Numbers(line.Y),
        ["line"] = new JsonObject
        {
            ["color"] = colour,
            ["width"] = 2,
            ["dash"] = line.Style switch { LineStyle.Dashed => "dash", LineStyle.Dotted => "dot", _ => "solid" },
        },
    };

    private static JsonObject Band(BandSeries band, string colour) => new()
    {
        ["type"] = "scatter",
        ["mode"] = "lines",
        ["x"] = PlotlyJson.Numbers(band.X.Concat(band.X.Reverse())),
        ["y"] = PlotlyJson.Numbers(band.High.Concat(band.Low.Reverse())),
        ["fill"] = "toself",
        ["fillcolor"] = colour,
        ["opacity"] = BandOpacity,
        ["line"] = new JsonObject { ["color"] = colour, ["width"] = 0 },
    };

    private static JsonObject Points(PointSeries points, string colour)
    {
        var trace = new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = points.Connected ? "lines+markers" : "markers",
            ["x"] = PlotlyJson.Numbers(points.Points.Select(p => p.X)),
            ["y"] = PlotlyJson.Numbers(points.Points.Select(p => p.Y)),
            ["cliponaxis"] = false,
            ["line"] = new JsonObject { ["color"] = colour, ["width"] = 1 },
            ["marker"] = new JsonObject
            {
                ["symbol"] = points.Role switch
                {
                    PointRole.Measured => "circle",
                    PointRole.Calibration => "square-x-open",
                    PointRole.Prediction => "diamond-open",
                    _ => "cross-thin-open",
                },
                ["size"] = 9,
                ["color"] = colour,
                ["line"] = new JsonObject { ["color"] = colour, ["width"] = points.Role == PointRole.Measured ? 0 : 1.6 },
            },
        };
        if (!points.Names.IsDefaultOrEmpty)
        {
            trace["text"] = new JsonArray([.. points.Names.Select(name => (JsonNode)PlotlyText.Escape(name))]);
        }

        if (points.Points.Any(p => p.High is not null))
        {
            trace["error_y"] = new JsonObject
            {
                ["type"] = "data",
                ["symmetric"] = false,
                ["array"] = PlotlyJson.Numbers(points.Points.Select(p => (p.High ?? p.Y) - p.Y)),
                ["arrayminus"] = PlotlyJson.Numbers(points.Points.Select(p => p.Y - (p.Low ?? p.Y))),
                ["color"] = colour,
                ["thickness"] = 1.2,
                ["width"] = 4,
            };
        }

        return trace;
    }

    private static JsonObject Area(StackedAreaSeries area, string colour) => new()
    {
        ["type"] = "scatter",
        ["mode"] = "lines",
        ["x"] = PlotlyJson.Numbers(area.X),
        ["y"] = PlotlyJson.Numbers(area.Y),
        ["stackgroup"] = "stack",
        ["fillcolor"] = colour,
        ["line"] = new JsonObject { ["color"] = colour, ["width"] = 0.5 },
    };

    private static JsonObject Bars(BarSeries bars, string colour) => new()
    {
        ["type"] = "bar",
        ["x"] = PlotlyJson.Numbers(Enumerable.Range(0, bars.Values.Length).Select(i => (double)i)),
        ["y"] = PlotlyJson.Numbers(bars.Values),
        ["marker"] = new JsonObject { ["color"] = colour, ["line"] = new JsonObject { ["color"] = "var(--paper)", ["width"] = 0.5 } },
    };
}
