using System.Globalization;
using System.Text;
using Lamella.Core;
using Lamella.Studies.Whole;

namespace Lamella.UseCases.Whole;

/// <summary>The command line that simulates a whole experiment of a study again, with the same numbers.</summary>
internal static class ReproduceCommand
{
    /// <summary>Writes the command, as it is typed in the folder of the study.</summary>
    /// <param name="whole">The experiment.</param>
    /// <param name="isCalibrated">Whether the study fits anything.</param>
    internal static string Of(WholeExperiment whole, bool isCalibrated)
    {
        var command = new StringBuilder("lamella run cell.yaml");
        command.Append(isCalibrated ? " --calibrated" : string.Empty);
        if (whole.Variant is { } variant)
        {
            command.Append(CultureInfo.InvariantCulture, $" --variant \"{variant}\"");
        }

        command.Append(CultureInfo.InvariantCulture, $" --temperature \"{whole.Temperature - PhysicalConstants.ZeroCelsius:0.######} degC\"");
        if (whole.Experiment is { } experiment)
        {
            command.Append(CultureInfo.InvariantCulture, $" --experiment {experiment.Name}");
            foreach (StatedSetting setting in whole.Settings)
            {
                command.Append(CultureInfo.InvariantCulture, $" --set \"{setting.Name}={setting.Value}\"");
            }
        }

        foreach (string step in whole.Steps)
        {
            command.Append(CultureInfo.InvariantCulture, $" --step \"{step}\"");
        }

        if (whole.StateOfCharge > 0.0)
        {
            command.Append(CultureInfo.InvariantCulture, $" --from {whole.StateOfCharge:R}");
        }

        return command.ToString();
    }
}
