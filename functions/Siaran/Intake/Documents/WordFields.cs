using DocumentFormat.OpenXml.Wordprocessing;

namespace Siaran.Intake.Documents;

/// <summary>What the fields of a Word document's form hold that is in no run of its text (ISO/IEC 29500-1 §17.16).</summary>
internal static class WordFields
{
    /// <summary>The entry that is chosen of a list, or the mark of a box; null where a field is neither.</summary>
    public static string? Chosen(FieldChar begin)
    {
        var data = begin.FormFieldData;
        return data?.GetFirstChild<DropDownListFormField>() is { } list ? Entry(list)
            : data?.GetFirstChild<CheckBox>() is { } box
                ? IsChecked(box) ? "☒"
                    : "☐"
            : null;
    }

    private static string? Entry(DropDownListFormField list)
    {
        var at = list.DropDownListSelection?.Val?.Value ?? list.DefaultDropDownListItemIndex?.Val?.Value ?? 0;
        return list.Elements<ListEntryFormField>().ElementAtOrDefault(at)?.Val?.Value;
    }

    private static bool IsChecked(CheckBox box) =>
        WordStyles.IsOn((OnOffType?)box.GetFirstChild<Checked>() ?? box.GetFirstChild<DefaultCheckBoxFormFieldState>()) == true;
}
