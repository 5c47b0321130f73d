namespace Lamella.Numerics.Dae;

/// <summary>Outcome of one callback. A recoverable failure makes the solver retry with a shorter step.</summary>
public enum CallbackStatus
{
    /// <summary>The output was written in full.</summary>
    Success,

    /// <summary>The state is unphysical here (for example a negative concentration); try a shorter step.</summary>
    Recoverable,

    /// <summary>No step will help; stop.</summary>
    Fatal,
}
