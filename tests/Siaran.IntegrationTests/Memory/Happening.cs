namespace Siaran.IntegrationTests.Memory;

/// <summary>What may happen in one step.</summary>
internal enum Happening
{
    Upload,
    Revise,
    Minor,
    Withdraw,
    BringBack,
    Embargo,
    Shorten,
    Lengthen,
    Retag,
    Vocabulary,
    ClockForward,
    ClockBack,
    Crash,
    CrashOfTwo,
    CrashAndAgain,
    LostAnswer,
    DuplicateTimer,
    SecondInstance,
    Restart,
    Translate,
    Replace,
    TagAlone,
}
