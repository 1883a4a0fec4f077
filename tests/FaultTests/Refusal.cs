using System.Net;
using System.Text.Json;
using FaultTests.Ledgers;

namespace FaultTests;

/// <summary>What clients are told while the host can't take messages.</summary>
internal static class Refusal
{
    private const int MostTries = 500;

    /// <summary>Sends messages until one is refused; a few may still fit.</summary>
    public static async Task AssertToldToComeBackAsync(Installation installation, string code)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            using var answer = await installation.Clients[0].SendAsync(installation.Ledger.NewOrder(hasKey: false));
            if (answer.StatusCode != HttpStatusCode.Accepted)
            {
                await AssertToldToComeBackAsync(answer, code);
                return;
            }
        }

        Assert.Fail($"None of {MostTries} messages was refused.");
    }

    private static async Task AssertToldToComeBackAsync(HttpResponseMessage answer, string code)
    {
        var body = await answer.Content.ReadAsStringAsync();
        using var problem = JsonDocument.Parse(body);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable), body);
        Assert.That(answer.Headers.RetryAfter?.Delta, Is.GreaterThan(TimeSpan.Zero));
        Assert.That(problem.RootElement.GetProperty("code").GetString(), Is.EqualTo(code));
        Assert.That(problem.RootElement.GetProperty("retryable").GetBoolean());
        Assert.That(body, Does.Not.Contain("   at ").And.Not.Contain("Exception"));
    }
}
