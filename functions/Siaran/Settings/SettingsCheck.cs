using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Siaran.Settings;

/// <summary>
/// Checks a family of settings when the app starts, and says of each wrong one, by the name it is set by, how it should be.
/// </summary>
internal sealed class SettingsCheck<T>(string family) : IValidateOptions<T>
    where T : class
{
    /// <exception cref="OptionsValidationException">A value cannot be read as what it should be.</exception>
    public static void Bind(T settings, string family, IConfiguration configuration)
    {
        // By hand and not by Bind: the binder's exception names a property, and whoever set
        // Collect__AtOnce should read that name.
        foreach (var property in typeof(T).GetProperties().Where(property => property.CanWrite))
        {
            var set = configuration.GetSection($"{family}:{property.Name}");
            if (string.IsNullOrEmpty(set.Value))
            {
                continue;
            }

            try
            {
                property.SetValue(settings, set.Get(property.PropertyType));
            }
            catch (InvalidOperationException)
            {
                throw new OptionsValidationException(
                    family,
                    typeof(T),
                    [$"{family}__{property.Name}: '{set.Value}' is no {KindOf(property.PropertyType)}."]
                );
            }
        }
    }

    public ValidateOptionsResult Validate(string? name, T options)
    {
        var wrong = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new ValidationContext(options), wrong, validateAllProperties: true)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                wrong.Select(result =>
                    $"{string.Join(", ", result.MemberNames.Select(member => $"{family}__{member}"))}: {result.ErrorMessage}"
                )
            );
    }

    private static string KindOf(Type type) =>
        type == typeof(TimeSpan) ? "duration such as 00:01:00"
        : type == typeof(bool) ? "truth value: true or false"
        : type == typeof(Uri) ? "address"
        : "whole number within range";
}
