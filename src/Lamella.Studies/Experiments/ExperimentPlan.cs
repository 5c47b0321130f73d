using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Yaml;
using Lamella.Materials.Records;
using Lamella.Studies.Whole;

namespace Lamella.Studies.Experiments;

/// <summary>What a publication measured and how it is simulated: an experiments.yaml.</summary>
/// <param name="Paper">The publication.</param>
/// <param name="Experiments">Its experiments, in the order of the file.</param>
public sealed record ExperimentPlan(PublishedPaper Paper, ImmutableArray<Experiment> Experiments)
{
    private const string WholeKey = "whole experiments";

    /// <summary>Gets the experiments that are simulated from beginning to end, in the order of the file; may be empty.</summary>
    public ImmutableArray<WholeExperiment> WholeExperiments { get; init; } = [];

    /// <summary>Gets every point, in the order of the file.</summary>
    public ImmutableArray<ExperimentPoint> Points => [.. Experiments.SelectMany(experiment => experiment.Points)];

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the experiments.yaml.</param>
    /// <param name="facts">The published facts.</param>
    /// <param name="temperature">Temperature of points that state none, as neither file nor fact does [K].</param>
    /// <returns>The plan.</returns>
    /// <exception cref="InputException">The file is unreadable or no plan of known facts.</exception>
    public static ExperimentPlan Read(string path, FactLibrary facts, [Lamella.Core.Unit("K")] double temperature) =>
        Read(YamlFile.Read(path), facts, temperature);

    /// <summary>Reads a text.</summary>
    /// <param name="name">Name of the text in messages.</param>
    /// <param name="text">The YAML text.</param>
    /// <param name="facts">The published facts.</param>
    /// <param name="temperature">Temperature of points that state none, as neither file nor fact does [K].</param>
    /// <returns>The plan.</returns>
    /// <exception cref="InputException">The text is no plan of known facts.</exception>
    public static ExperimentPlan ReadText(
        string name, string text, FactLibrary facts, [Lamella.Core.Unit("K")] double temperature) =>
        Read(YamlFile.ReadText(name, text), facts, temperature);

    internal static ExperimentPlan Read(YamlMapping root, FactLibrary facts, double temperature)
    {
        ArgumentNullException.ThrowIfNull(facts);
        root.AllowOnly("publication", "experiments", WholeKey);
        YamlNode key = root.Required("publication", "zheng2025");
        string paper = key.AsOneOf([.. facts.Papers.Select(known => known.Key)]);
        var reader = new ExperimentReader(facts, paper, temperature);
        ImmutableArray<YamlNode> items = root.Required("experiments", "a list").AsSequence().Items;
        var plan = new ExperimentPlan(
            facts.Papers.First(known => known.Key == paper), [.. items.Select(item => reader.Read(item.AsMapping()))])
        {
            WholeExperiments = Whole(root.Optional(WholeKey), new WholeExperimentReader(facts, paper, temperature)),
        };
        return items.Length > 0 ? plan : throw root.Required("experiments").Error(
            "there is no experiment.", "at least one", "Add what the publication measured.");
    }

    private static ImmutableArray<WholeExperiment> Whole(YamlNode? list, WholeExperimentReader reader) =>
        [.. list?.AsSequence().Items.Select(item => reader.Read(item.AsMapping())) ?? []];
}
