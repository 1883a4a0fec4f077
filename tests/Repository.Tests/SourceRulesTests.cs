using System.Text.RegularExpressions;

namespace Repository.Tests;

/// <summary>A rule that can't be broken guards nothing.</summary>
internal sealed class SourceRulesTests
{
    [TestCase("""logger.LogInformation("sent");""", true)]
    [TestCase("""_logger.LogError(ex, "failed");""", true)]
    [TestCase("""logger.LogWarning($"to {number}");""", true)]
    [TestCase("""logger.Log(LogLevel.Warning, "x");""", true)]
    [TestCase("Log.Sent(logger, id);", false)]
    [TestCase("Math.Log(value);", false)]
    public void An_ungenerated_log_call_is_seen(string code, bool breaks) =>
        AssertRule(SourceRules.UngeneratedLog(), code, breaks);

    [TestCase("#pragma warning disable CA1000", true)]
    [TestCase("  #pragma warning disable CA1000, CA1001  ", true)]
    [TestCase("#pragma warning disable CA1000 // The provider's own name.", false)]
    [TestCase("// The protocol fixes it.\n#pragma warning disable CA1000", false)]
    [TestCase("// The protocol fixes it.\n\n#pragma warning disable CA1000", true)]
    [TestCase("Call(); // about the call\n#pragma warning disable CA1000", true)]
    [TestCase("#pragma warning restore CA1000", false)]
    public void A_pragma_without_a_reason_is_seen(string code, bool breaks) =>
        AssertRule(SourceRules.PragmaWithoutReason(), code, breaks);

    [TestCase("[Suppress" + """Message("Design", "CA1000")]""", true)]
    [TestCase("[assembly: Suppress" + """Message("Design", "CA1000")]""", true)]
    [TestCase("""[SuppressMessage("Design", "CA1000", Justification = "The wire format.")]""", false)]
    public void A_suppression_without_a_reason_is_seen(string code, bool breaks) =>
        AssertRule(SourceRules.SuppressionWithoutReason(), code, breaks);

    [TestCase("TO" + "DO: later", true)]
    [TestCase("// FIX" + "ME", true)]
    [TestCase("HA" + "CK", true)]
    [TestCase("mastodons, hacks", false)]
    public void A_postponement_is_seen(string text, bool breaks) =>
        AssertRule(SourceRules.Postponement(), text, breaks);

    [TestCase("https://api.nuget" + ".org/v3/index.json", true)]
    [TestCase("www.NuGet" + ".org", true)]
    [TestCase("NuGet package", false)]
    public void A_package_registry_is_seen(string text, bool breaks) =>
        AssertRule(SourceRules.PackageRegistry(), text, breaks);

    [TestCase("[LoggerMessage(2101, LogLevel.Warning, \"x\")]", "2101")]
    [TestCase("[LoggerMessage(EventId = 7, Level = LogLevel.Warning)]", "7")]
    [TestCase("[LoggerMessage(\n    2101, LogLevel.Warning)]", "2101")]
    [TestCase("[LoggerMessage(Level = LogLevel.Warning)]", "")]
    public void The_id_of_a_log_message_is_read(string code, string id) =>
        Assert.That(SourceRules.LoggerMessage().Match(code).Groups["id"].Value, Is.EqualTo(id));

    [TestCase("internal sealed class A : ConformanceFixture<A>, I\n{ ConnectorConformance.For<AcmePlugin>(y);", true)]
    [TestCase("internal abstract class A : ConformanceFixture<A>\n{ ConnectorConformance.For<AcmePlugin>(y);", false)]
    [TestCase("// internal sealed class A : ConformanceFixture<A> { ConnectorConformance.For<AcmePlugin>(y)", false)]
    [TestCase("internal sealed class A : ConformanceFixture<A>, I", false)]
    public void A_conformance_test_is_recognised(string code, bool isOne) =>
        AssertRule(SourceRules.ConformanceTest(), code, isOne);

    private static void AssertRule(Regex rule, string text, bool breaks) =>
        Assert.That(rule.IsMatch(text), Is.EqualTo(breaks), text);
}
