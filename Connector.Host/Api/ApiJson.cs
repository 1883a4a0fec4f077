using System.Text.Encodings.Web;
using System.Text.Json;

namespace Connector.Host.Api;

/// <summary>The JSON of the API as it is really read and written.</summary>
internal static class ApiJson
{
    /// <summary>The generated context with an encoder that leaves <c>•</c> and <c>ñ</c> readable.</summary>
    public static ApiJsonContext Context { get; } = new(new JsonSerializerOptions(ApiJsonContext.Default.Options)
    {
        // Safe here: the API answers with a JSON media type and nosniff, never inside a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The same, to be read by people too.</summary>
    public static ApiJsonContext Indented { get; } = new(
        new JsonSerializerOptions(Context.Options) { WriteIndented = true });

    /// <summary>Makes ASP.NET Core's own options the same.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.TypeInfoResolverChain.Insert(0, ApiJsonContext.Default);
        options.Encoder = Context.Options.Encoder;
        options.DefaultIgnoreCondition = Context.Options.DefaultIgnoreCondition;
        options.NumberHandling = Context.Options.NumberHandling;
        foreach (var converter in Context.Options.Converters)
        {
            options.Converters.Add(converter);
        }
    }
}
