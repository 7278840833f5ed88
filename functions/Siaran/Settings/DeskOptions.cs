using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Siaran.Settings;

/// <summary>The editors' desk.</summary>
public sealed class DeskOptions : IValidatableObject
{
    /// <summary>There is no desk: every address of it answers 404.</summary>
    public const string Nobody = "none";

    /// <summary>People sign in with the platform (App Service authentication).</summary>
    public const string Platform = "platform";

    /// <summary>Made-up people, for one's own machine.</summary>
    public const string MadeUp = "made-up";

    /// <summary>What is said where <see cref="MadeUp"/> is asked for elsewhere than under the local host.</summary>
    internal const string OnlyLocal =
        "Desk__SignIn: made-up people sign in under the local host alone. Set it to 'platform', or to 'none' for no desk.";

    /// <summary>Who signs in: <c>none</c>, <c>platform</c> or <c>made-up</c>.</summary>
    public string SignIn { get; set; } = Nobody;

    /// <summary>Days on which a press office rests, besides those of every year: dates such as <c>2027-03-10</c>, between commas.</summary>
    public string Holidays { get; set; } = "";

    /// <summary>Whether an app runs under the local host: it says so, and the platform would say that it does not.</summary>
    internal static bool IsLocal(IConfiguration configuration) =>
        configuration["LocalHost:Running"] is "true" && string.IsNullOrEmpty(configuration["WEBSITE_INSTANCE_ID"]);

    /// <summary><see cref="Holidays"/> as dates.</summary>
    public IEnumerable<DateOnly> Dates() =>
        Holidays
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(date => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (SignIn is not (Nobody or Platform or MadeUp))
        {
            yield return new("SignIn is none, platform or made-up.", [nameof(SignIn)]);
        }

        if (
            Holidays
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Any(date => !DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        )
        {
            yield return new("Holidays are dates such as 2027-03-10, between commas.", [nameof(Holidays)]);
        }
    }
}
