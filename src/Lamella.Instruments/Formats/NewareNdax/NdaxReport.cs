using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.NewareNdax;

/// <summary>Says what is missing of an archive.</summary>
internal static class NdaxReport
{
    private static readonly (int Kind, string What)[] Needed =
    [
        (NdcMember.RunInfoKind, "run information (times, capacities)"), (NdcMember.StepKind, "steps"),
    ];

    /// <summary>Compares what was read with what the pages state, and names members that are cut or missing.</summary>
    /// <param name="members">The members.</param>
    /// <param name="data">The one with the data.</param>
    /// <param name="slots">Its records.</param>
    /// <param name="others">Records of further members by their kind.</param>
    /// <param name="draft">Receives what is missing.</param>
    internal static void Completeness(NdaxMembers members, NdcMember data, NdcSlots slots, Dictionary<int, NdcSlots?> others, RecordingDraft draft)
    {
        if (!data.IsWhole)
        {
            draft.Miss(new Shortfall(
                data.Name, slots.Records.Length, null, members.Content.Length, "the rest of the member, which is cut or damaged"));
        }
        else if (slots.Records.Length != slots.Stated)
        {
            draft.Miss(new Shortfall(
                data.Name, slots.Records.Length, slots.Stated, members.Content.Length, "records that the pages count but do not mark as used, or the reverse"));
        }

        foreach (NdcMember cut in members.Tables.Where(member => !member.IsWhole && member != data))
        {
            NdcSlots? read = others.GetValueOrDefault(cut.Kind);
            draft.Miss(new Shortfall(cut.Name, read?.Records.Length ?? 0, null, members.Content.Length, "a part of the member, which is cut or damaged"));
        }

        bool hasOwnClock = data.Version >= 11;
        foreach ((int kind, string what) in Needed)
        {
            if (hasOwnClock && members.Find(kind) is null)
            {
                draft.Miss(new Shortfall(string.Empty, slots.Records.Length, null, members.Content.Length, $"the member with the {what}"));
            }
        }
    }
}
