namespace TwilioSimulator.Tests.Messages;

internal sealed class ValidationTests
{
    private static readonly (string Name, string Value)[] Complete =
        [("To", Session.Recipient), ("From", Session.Sender), ("Body", "hi")];

    [TestCase("To", 21604)]
    [TestCase("From", 21603)]
    [TestCase("Body", 21602)]
    public async Task A_missing_or_empty_required_parameter_has_its_own_code(string name, int code)
    {
        await using var session = await Session.StartAsync();

        var missing = await session.PostAsync(session.MessagesPath, [.. Complete.Where(field => field.Name != name)]);
        var empty = await session.PostAsync(session.MessagesPath, With(name, string.Empty));

        Assert.That(missing.Error, Is.EqualTo((400, code)));
        Assert.That(empty.Error, Is.EqualTo((400, code)));
        Assert.That(session.Server.Messages, Is.Empty);
    }

    [TestCase("To", "4155552671", 21211)]
    [TestCase("To", "+1415", 21211)]
    [TestCase("To", "+0415555267", 21211)]
    [TestCase("To", "+1234567890123456", 21211)]
    [TestCase("To", "+1415555267a", 21211)]
    [TestCase("To", "12345", 21265)]
    [TestCase("To", Session.Sender, 21266)]
    [TestCase("From", "+12", 21212)]
    [TestCase("From", "TwelveLetter", 21212)]
    [TestCase("From", "Br@nd", 21212)]
    [TestCase("From", "+14155559999", 21606)]
    [TestCase("From", "54321", 21606)]
    [TestCase("StatusCallback", "not a url", 21609)]
    [TestCase("StatusCallback", "/relative", 21609)]
    [TestCase("StatusCallback", "ftp://example.com/x", 21609)]
    [TestCase("StatusCallback", "https://under_score.example.com/x", 21609)]
    [TestCase("ValidityPeriod", "0", 21624)]
    [TestCase("ValidityPeriod", "36001", 21624)]
    [TestCase("ValidityPeriod", "1.5", 20001)]
    [TestCase("Attempt", "one", 20001)]
    [TestCase("Attempt", "1.0", 20001)]
    [TestCase("RiskCheck", "Enable", 20001)]
    [TestCase("SmartEncoded", "True", 20001)]
    [TestCase("ApplicationSid", "AP1", 20001)]
    [TestCase("ContentRetention", "keep", 20001)]
    [TestCase("ScheduleType", "fixed", 35118)]
    [TestCase("SendAt", "2026-01-28T14.44.47Z", 20001)]
    [TestCase("ContentSid", "HX1", 21655)]
    [TestCase("MessagingServiceSid", "MG1", 21705)]
    [TestCase("MessagingServiceSid", "MGbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", 21701)]
    [TestCase("MessagingServiceSid", "MG00000000000000000000000000021702", 21702)]
    [TestCase("MessagingServiceSid", "MG00000000000000000000000000021704", 21704)]
    public async Task A_bad_value_is_400_with_its_code(string name, string value, int code)
    {
        await using var session = await Session.StartAsync();

        var answer = await session.PostAsync(session.MessagesPath, With(name, value));

        Assert.That(answer.Error, Is.EqualTo((400, code)));
        Assert.That(answer.Json.GetProperty("status").GetInt32(), Is.EqualTo(400));
        Assert.That(session.Server.Messages, Is.Empty);
    }

    [TestCase(1600, 201)]
    [TestCase(1601, 400)]
    public async Task A_body_has_at_most_1600_characters(int length, int status)
    {
        await using var session = await Session.StartAsync();

        var answer = await session.PostAsync(session.MessagesPath, With("Body", new string('x', length)));

        Assert.That(answer.Status, Is.EqualTo(status));
        if (status == 400)
        {
            Assert.That(answer.Error.Code, Is.EqualTo(21617));
        }
    }

    [TestCase("StatusCallback", 3979, 201)]
    [TestCase("StatusCallback", 3980, 400)]
    public async Task A_callback_url_has_at_most_4000_characters(string name, int pathLength, int status)
    {
        await using var session = await Session.StartAsync();
        var url = "https://example.com/x" + new string('y', pathLength);

        var answer = await session.PostAsync(session.MessagesPath, With(name, url));

        Assert.That((url.Length <= 4000, answer.Status), Is.EqualTo((status == 201, status)));
    }

    [TestCase("ValidityPeriod", "1")]
    [TestCase("ValidityPeriod", "36000")]
    [TestCase("Attempt", "3")]
    [TestCase("RiskCheck", "disable")]
    [TestCase("From", "MyBrand")]
    [TestCase("To", "whatsapp:+14155552671")]
    [TestCase("NotAParameter", "x")]
    public async Task A_good_value_is_accepted(string name, string value)
    {
        await using var session = await Session.StartAsync();

        var answer = await session.PostAsync(session.MessagesPath, With(name, value));

        Assert.That(answer.Status, Is.EqualTo(201));
    }

    [Test]
    public async Task A_JSON_body_has_no_parameters()
    {
        await using var session = await Session.StartAsync();
        using var content = new StringContent(
            """{"To":"+14155552671","From":"+15005550006","Body":"hi"}""", mediaType: new("application/json"));

        using var response = await session.Http.PostAsync(session.MessagesPath, content);

        Assert.That((int)response.StatusCode, Is.EqualTo(400));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("21604"));
    }

    [Test]
    public async Task Eleven_media_files_are_too_many()
    {
        await using var session = await Session.StartAsync();
        var media = Enumerable.Repeat(("MediaUrl", "https://example.com/a.png"), 11);

        var answer = await session.PostAsync(session.MessagesPath, [.. Complete, .. media]);

        Assert.That(answer.Error, Is.EqualTo((400, 21623)));
    }

    [TestCase(null, 35111)]
    [TestCase("2000-01-01T00:00:00Z", 35114)]
    [TestCase("2999-01-01T00:00:00Z", 35114)]
    public async Task A_scheduled_message_needs_a_time_in_the_window(string? sendAt, int code)
    {
        await using var session = await Session.StartAsync();
        (string, string)[] time = sendAt is null ? [] : [("SendAt", sendAt)];

        var answer = await session.SendAsync(
            more: [("MessagingServiceSid", Session.Service), ("ScheduleType", "fixed"), .. time]);

        Assert.That(answer.Error, Is.EqualTo((400, code)));
    }

    private static (string Name, string Value)[] With(string name, string value) =>
        [.. Complete.Where(field => field.Name != name), (name, value)];
}
