using System.Globalization;
using System.Text;

namespace Siaran.Tests.Intake.Documents;

/// <summary>A PDF of objects as they are written, of which the first is its catalogue, with the table that says where each is.</summary>
internal static class RawPdf
{
    public static byte[] Of(string[] objects)
    {
        var (pdf, places) = (new StringBuilder("%PDF-1.7\n"), new List<int>());
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(place => pdf.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }
}
