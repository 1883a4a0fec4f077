using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Connector.Abstractions;
using Connector.Abstractions.Templates;

namespace Connector.Benchmarks;

/// <summary>Choosing a template and writing its text, once a message. Baseline: interpolation.</summary>
[MemoryDiagnoser]
public class RenderingBenchmarks
{
    private readonly SmsPayload payload = new()
    {
        Code = "384920",
        Locale = "pt-BR",
        Variables = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(
            """{"application": {"name": "Acme"}, "user": {"name": "Ana \u00c9vora"}, "minutes": 10, "price": 12.5}""")!,
    };

    private readonly SmsTemplateSet one = new(
    [
        new(UsageType.SignIn, "Your code is {{code}}. It works for 10 minutes."),
        new(UsageType.Generic, "{{code}}"),
    ]);

    private readonly SmsTemplateSet five = new(
    [
        new(UsageType.SignIn, "{{code}} in English", "en"),
        new(
            UsageType.SignIn,
            "Oi {{user.name}}, {{code}} é o seu código {{application.name}}: {{minutes}} minutos, {{price}}.",
            "pt"),
        new(UsageType.Generic, "{{code}}"),
    ]);

    [Benchmark(Baseline = true)]
    public string Interpolated() => $"Your code is {payload.Code}. It works for 10 minutes.";

    [Benchmark]
    public string? OnePlaceholder() => one.Render(UsageType.SignIn, payload);

    [Benchmark]
    public string? FivePlaceholdersByLanguage() => five.Render(UsageType.SignIn, payload);
}
