using System.Globalization;
using Lamella.Instruments.Bytes;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.BioLogic;

/// <summary>Reads what the user entered for the analogue inputs: the name of each and its scale.</summary>
internal static class MprExternalDevice
{
    /// <summary>Short name of the module.</summary>
    internal const string Module = "VMP ExtDev";

    private const int ScaleAt = 28, ValueBytes = 4;
    private static readonly int[] Inputs = [0x36, 0x63];
    private static readonly string[] Scale = ["max V", "min V", "max x", "min x"];

    /// <summary>Reads the module.</summary>
    internal static void Read(ReadOnlySpan<byte> payload, RecordingDraft draft)
    {
        var bytes = new ByteReader(payload);
        for (int input = 0; input < Inputs.Length; input++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"Analog IN {input + 1}");
            if (bytes.PascalText(Inputs[input], TextDecoder.Western) is not { Length: > 0 } entered || !bytes.Has(Inputs[input], ScaleAt + (ValueBytes * Scale.Length)))
            {
                continue;
            }

            draft.Set(Module, name, entered);
            for (int i = 0; i < Scale.Length; i++)
            {
                draft.Set(Module, $"{name} {Scale[i]}", bytes.F4(Inputs[input] + ScaleAt + (ValueBytes * i)).ToString(CultureInfo.InvariantCulture));
            }
        }
    }
}
