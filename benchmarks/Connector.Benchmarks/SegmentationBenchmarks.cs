using BenchmarkDotNet.Attributes;
using Connector.Abstractions.Templates;

namespace Connector.Benchmarks;

/// <summary>Measuring a text, once a message. Baseline: looking at each of its characters once.</summary>
[MemoryDiagnoser]
public class SegmentationBenchmarks
{
    private const string Short = "Your code is 384920. It works for 10 minutes.";

    public static IEnumerable<Sms> Texts() =>
    [
        new("GSM-7 short", Short),
        new("GSM-7 with €", $"{Short} It costs 5 €."),
        new("UCS-2 long", string.Concat(Enumerable.Repeat("Код подтверждения: 384920 👍 ", 16))),
    ];

    [ParamsSource(nameof(Texts))]
    public Sms Sms { get; set; } = new("", "");

    [Benchmark(Baseline = true)]
    public int LookAtEachCharacter()
    {
        var sum = 0;
        foreach (var character in Sms.Text)
        {
            sum += character;
        }

        return sum;
    }

    [Benchmark]
    public SmsSegmentation Measure() => SmsSegmentation.Of(Sms.Text);
}
