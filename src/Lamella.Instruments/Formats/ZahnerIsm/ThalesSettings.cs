using System.Globalization;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.ZahnerIsm;

/// <summary>The settings behind the points of an impedance file. Old and edited files end early.</summary>
/// <param name="Area">Area as written.</param>
/// <param name="Voltages">Voltage of every point [V]; empty where it was not recorded.</param>
/// <param name="Currents">Current of every point [A]; empty where it was not recorded.</param>
/// <param name="IsWhole">Whether everything is there that the file announces.</param>
internal sealed record ThalesSettings(string Area, double[] Voltages, double[] Currents, bool IsWhole)
{
    private const int SettingNumbers = 32, AmplitudeIndex = 25, FlagsIndex = 27, AcquisitionBit = 1 << 15;

    private static readonly string[] Names =
    [
        "Date", "System", "Potential", "Current", "Temperature", "Time", "Comment 1", "Comment 2", "Comment 3", "Comment 4", "Area", "Serial number",
    ];

    /// <summary>Reads the settings.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="at">Where they begin.</param>
    /// <param name="draft">Where they go.</param>
    internal static ThalesSettings Read(ThalesBytes bytes, long at, RecordingDraft draft)
    {
        string area = string.Empty;
        foreach (string name in Names)
        {
            if (bytes.Text(ref at) is not { } text)
            {
                return new ThalesSettings(area, [], [], IsWhole: false);
            }

            draft.Set(string.Empty, name, text);
            area = name == "Area" ? text : area;
        }

        int? announced = bytes.Int16(at);
        double[] numbers = bytes.Doubles(at + 2, SettingNumbers);
        if (announced is null || numbers.Length < SettingNumbers)
        {
            return new ThalesSettings(area, [], [], IsWhole: false);
        }

        for (int i = 0; i < numbers.Length; i++)
        {
            string name = i == AmplitudeIndex ? "Amplitude (mV)" : string.Create(CultureInfo.InvariantCulture, $"K{i}");
            draft.Set("K", name, numbers[i].ToString("R", CultureInfo.InvariantCulture));
        }

        at += 2 + (8 * SettingNumbers);
        bool hasAcquisition = announced > 8 * SettingNumbers && numbers[FlagsIndex] is >= 0.0 and < int.MaxValue && ((int)numbers[FlagsIndex] & AcquisitionBit) != 0;
        if (!hasAcquisition)
        {
            return new ThalesSettings(area, [], [], IsWhole: true);
        }

        int points = (announced.Value - (8 * SettingNumbers)) / 16;
        double[] voltages = bytes.Doubles(at, points, stride: 16), currents = bytes.Doubles(at + 8, points, stride: 16);
        bool isWhole = currents.Length == points;
        return new ThalesSettings(area, isWhole ? voltages : [], isWhole ? currents : [], isWhole);
    }
}
