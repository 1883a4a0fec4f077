using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using TwilioSimulator.Faults;

namespace TwilioSimulator.Tests.Faults;

// A wait for what never comes ends as a failed test.
[CancelAfter(60_000)]
internal sealed class FaultReplyTests
{
    [TestCase(FaultKind.TooManyRequests, 429, 20429)]
    [TestCase(FaultKind.Unavailable, 503, 20503)]
    [TestCase(FaultKind.Unauthorized, 401, 20003)]
    public async Task A_refusal_in_JSON_stores_nothing(FaultKind kind, int status, int code)
    {
        await using var session = await StartAsync(kind);

        var answer = await session.SendAsync();

        Assert.That(answer.Error, Is.EqualTo((status, code)));
        Assert.That(answer.Headers.Keys, Does.Not.Contain("Retry-After"));
        Assert.That(session.Server.Messages, Is.Empty);
    }

    [TestCase(FaultKind.UnavailableHtml, 503, "text/html", "<html>")]
    [TestCase(FaultKind.CreatedHtml, 201, "text/html", "<html>")]
    [TestCase(FaultKind.BadGatewayNull, 502, "application/json", "null")]
    [TestCase(FaultKind.InternalErrorEmpty, 500, null, "")]
    [TestCase(FaultKind.CodeAsString, 400, "application/json", "{\"code\":\"21211\"")]
    [TestCase(FaultKind.CodeTooLarge, 400, "application/json", "{\"code\":99999999999999999999,")]
    public async Task An_answer_that_is_no_Twilio_JSON_stores_nothing(
        FaultKind kind, int status, string? mediaType, string start)
    {
        await using var session = await StartAsync(kind);

        var answer = await session.SendAsync();

        Assert.That((answer.Status, answer.MediaType), Is.EqualTo((status, mediaType)));
        Assert.That(answer.Text, start.Length == 0 ? Is.Empty : Does.StartWith(start));
        Assert.That(session.Server.Messages, Is.Empty);
    }

    [Test]
    public async Task A_redirect_stores_nothing()
    {
        await using var session = await StartAsync(FaultKind.Redirect);

        var answer = await session.SendAsync();

        Assert.That((answer.Status, answer.Headers["Location"]), Is.EqualTo((302, "/elsewhere")));
        Assert.That(session.Server.Messages, Is.Empty);
    }

    [Test]
    public async Task A_problem_document_has_the_fields_of_RFC_9457()
    {
        await using var session = await StartAsync(FaultKind.Problem);

        var answer = await session.SendAsync();

        Assert.That((answer.Status, answer.MediaType), Is.EqualTo((422, "application/problem+json")));
        Assert.That(
            answer.Json.EnumerateObject().Select(field => field.Name),
            Is.EquivalentTo(new[] { "type", "title", "status", "code", "detail", "instance", "errors" }));
        Assert.That(session.Server.Messages, Is.Empty);
    }

    [Test]
    public async Task Retry_after_is_sent_when_the_switch_has_it()
    {
        await using var session = await Session.StartAsync();
        session.Server.Faults.Set(
            new FaultSwitch(FaultKind.TooManyRequests) { RetryAfter = TimeSpan.FromMilliseconds(2500) });

        var answer = await session.SendAsync();

        Assert.That(answer.Headers["Retry-After"], Is.EqualTo("3"));
    }

    [Test]
    public async Task An_empty_201_stores_the_message()
    {
        await using var session = await StartAsync(FaultKind.CreatedEmpty);

        var answer = await session.SendAsync();

        Assert.That((answer.Status, answer.Text), Is.EqualTo((201, "")));
        Assert.That(session.Server.Messages, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_message_created_as_failed_has_an_error_code_and_stays_failed()
    {
        await using var session = await Session.StartAsync();
        session.Server.Faults.Set(new FaultSwitch(FaultKind.CreatedFailed) { ErrorCode = 30002 });

        var answer = await session.SendAsync();

        Assert.That((answer.Status, answer.String("status")), Is.EqualTo((201, "failed")));
        Assert.That(answer.Json.GetProperty("error_code").GetInt32(), Is.EqualTo(30002));
        Assert.That(await session.Server.AdvanceAsync(), Is.Zero);
    }

    [Test]
    public async Task An_unknown_status_is_only_in_the_answer()
    {
        await using var session = await StartAsync(FaultKind.UnknownStatus);

        var answer = await session.SendAsync();

        Assert.That(answer.String("status"), Is.EqualTo("teleported"));
        Assert.That(session.Server.Messages.Single().Status, Is.EqualTo("queued"));
    }

    [Test]
    public async Task Odd_types_turn_strings_to_numbers_and_back()
    {
        await using var session = await StartAsync(FaultKind.OddTypes);

        var json = (await session.SendAsync()).Json;

        Assert.That(json.GetProperty("num_segments").ValueKind, Is.EqualTo(JsonValueKind.Number));
        Assert.That(json.GetProperty("error_code").ValueKind, Is.EqualTo(JsonValueKind.String));
        Assert.That(json.GetProperty("sid").GetString(), Is.EqualTo(session.Server.Messages.Single().Sid));
    }

    [Test]
    public async Task An_internal_error_may_come_after_the_message_was_stored()
    {
        await using var session = await StartAsync(FaultKind.InternalErrorAfterAccept);

        var answer = await session.SendAsync();

        Assert.That(answer.Error, Is.EqualTo((500, 20500)));
        Assert.That(session.Server.Messages, Has.Count.EqualTo(1));
    }

    [TestCase(FaultKind.ResetBeforeAnswer, 0)]
    [TestCase(FaultKind.DropAfterAccept, 1)]
    public async Task A_connection_can_break_without_and_with_a_stored_message(FaultKind kind, int stored)
    {
        await using var session = await StartAsync(kind);

        Assert.That(async () => await session.SendAsync(), Throws.InstanceOf<HttpRequestException>());

        Assert.That(session.Server.Messages, Has.Count.EqualTo(stored));
        Assert.That(session.Server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_slow_answer_comes_when_its_delay_is_over_although_the_message_is_stored()
    {
        var time = new FakeTimeProvider();
        await using var session = await Session.StartAsync(options => options.TimeProvider = time);
        session.Server.Faults.Set(new FaultSwitch(FaultKind.Slow) { Delay = TimeSpan.FromMinutes(1) });

        var sending = session.SendAsync();
        await session.Server.WaitUntilAsync(
            server => server.Messages.Count == 1, TestContext.CurrentContext.CancellationToken);
        Assert.That(sending.IsCompleted, Is.False);
        await PassTimeAsync(time, sending);

        Assert.That((await sending).Status, Is.EqualTo(201));
    }

    [Test]
    public async Task A_slow_body_stalls_after_the_headers()
    {
        var time = new FakeTimeProvider();
        await using var session = await Session.StartAsync(options => options.TimeProvider = time);
        session.Server.Faults.Next(FaultKind.SlowBody);
        using var request = new HttpRequestMessage(HttpMethod.Post, session.MessagesPath);
        request.Content = new FormUrlEncodedContent(
            [new("To", Session.Recipient), new("From", Session.Sender), new("Body", "hi")]);

        var cancellationToken = TestContext.CurrentContext.CancellationToken;
        using var response = await session.Http.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var reading = response.Content.ReadAsStringAsync(cancellationToken);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(session.Server.Messages, Has.Count.EqualTo(1));
        Assert.That(reading.IsCompleted, Is.False);
        await PassTimeAsync(time, reading);
        using var json = JsonDocument.Parse(await reading);
        Assert.That(json.RootElement.TryGetProperty("sid", out _), Is.True);
    }

    [Test]
    public async Task A_stalled_answer_does_not_keep_the_simulator_from_stopping()
    {
        var session = await Session.StartAsync(options => options.TimeProvider = new FakeTimeProvider());
        session.Server.Faults.Next(FaultKind.Slow);
        var sending = session.SendAsync();
        await session.Server.WaitUntilAsync(
            server => server.Messages.Count == 1, TestContext.CurrentContext.CancellationToken);

        await session.Server.DisposeAsync();

        Assert.That(async () => await sending, Throws.InstanceOf<HttpRequestException>());
        session.Http.Dispose();
    }

    // The server's wait starts at a moment the test cannot see, so time passes until the answer is there.
    private static async Task PassTimeAsync(FakeTimeProvider time, Task until)
    {
        while (!until.IsCompleted)
        {
            time.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }
    }

    private static async Task<Session> StartAsync(FaultKind kind)
    {
        var session = await Session.StartAsync();
        session.Server.Faults.Next(kind);
        return session;
    }
}
