using Lamella.Analysis.Impedance.Circuits;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>Tells whether a circuit becomes another when parameters take limiting values.</summary>
internal static class Nesting
{
    // The first is a case of the second.
    private static readonly (string Simple, string Rich)[] Cases =
    [
        ("C", "CPE"), ("L", "La"), ("R", "CPE"), ("W", "Wo"), ("W", "Ws"), ("W", "CPE"), ("G", "HN"), ("ZARC", "HN"), ("TL", "TLR"), ("TL", "TL2"), ("Wo", "TL"),
    ];

    /// <summary>Tells whether the rich circuit contains the simple one.</summary>
    internal static bool Contains(Circuit rich, Circuit simple) => Contains(rich, rich.Root, simple, simple.Root);

    private static bool Contains(Circuit rich, CircuitNode r, Circuit simple, CircuitNode s)
    {
        if (r.Joint == Joint.None)
        {
            return s.Joint == Joint.None && IsCase(simple.Components[s.Component].Element.Code, rich.Components[r.Component].Element.Code);
        }

        // In series a branch may vanish, in parallel it may block: what is left must hold the simple circuit branch by branch.
        CircuitNode[] wanted = s.Joint == r.Joint ? [.. s.Children] : [s];
        return wanted.Length <= r.Children.Length && Match(wanted, 0, new bool[r.Children.Length]);

        bool Match(CircuitNode[] branches, int at, bool[] used)
        {
            if (at == branches.Length)
            {
                return true;
            }

            for (int k = 0; k < used.Length; k++)
            {
                if (!used[k] && Contains(rich, r.Children[k], simple, branches[at]))
                {
                    used[k] = true;
                    if (Match(branches, at + 1, used))
                    {
                        return true;
                    }

                    used[k] = false;
                }
            }

            return false;
        }
    }

    private static bool IsCase(string simple, string rich) => simple == rich || Cases.Contains((simple, rich));
}
