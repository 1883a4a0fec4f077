using Connector.Abstractions;
using Connectors.TwilioSms.Tests.Wires;

namespace Connectors.TwilioSms.Tests.Answers;

internal sealed class AcceptedTests
{
    [Test]
    public async Task A_stored_message_is_accepted_under_its_SID_with_the_parts_counted_here_until_Twilio_knows()
    {
        var outcome = await SampleSends.SendToAsync(
            Reply.Json(201, Samples.Message, $"Twilio-Request-Id: {Samples.RequestId}"));

        Assert.That(outcome, Is.EqualTo(new SendOutcome.Accepted(Samples.MessageSid)
        {
            Segments = 1,
            ProviderRequestId = Samples.RequestId,
        }));
    }

    [Test]
    public async Task Parts_and_price_are_taken_from_Twilio_when_it_knows()
    {
        var outcome = await AcceptAsync("\"num_segments\":\"3\",\"price\":\"-0.00750\",\"price_unit\":\"usd\"");

        Assert.That(outcome, Is.EqualTo(new SendOutcome.Accepted(Samples.MessageSid)
        {
            Segments = 3,
            Price = 0.0075m,
            Currency = "USD",
        }));
    }

    [TestCase("\"num_segments\":2,\"price\":-1.5,\"price_unit\":\"EUR\",\"status\":7", 2, 1.5, "EUR")]
    [TestCase("\"num_segments\":{},\"price\":\"a lot\",\"price_unit\":null,\"status\":[\"failed\"]", 1, null, null)]
    [TestCase("\"num_segments\":1.5,\"price\":true,\"price_unit\":7,\"code\":{\"code\":21211}", 1, null, null)]
    [TestCase("\"num_segments\":99999999999,\"price_unit\":\"Dollar\",\"status\":\"new\"", 1, null, null)]
    public async Task Members_of_odd_types_do_not_make_an_accepted_message_look_lost(
        string members, int segments, double? price, string? currency)
    {
        var outcome = await AcceptAsync(members);

        Assert.That(outcome, Is.EqualTo(new SendOutcome.Accepted(Samples.MessageSid)
        {
            Segments = segments,
            Price = (decimal?)price,
            Currency = currency,
        }));
    }

    [Test]
    public async Task Two_sends_share_a_connection()
    {
        await using var wire = new Wire(Reply.Json(201, Samples.Message), Reply.Json(201, Samples.Message));
        using var rig = new Rig(handler => handler.MaxConnectionsPerServer = 1);
        var connector = rig.ConnectTo(wire);

        var first = await connector.SendSampleAsync();
        var second = await connector.SendSampleAsync();

        Assert.That(first, Is.TypeOf<SendOutcome.Accepted>());
        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public async Task An_answer_in_many_pieces_is_read_whole()
    {
        var answer = Reply.Http(201, Samples.MessageWith("\"x\":\"" + new string('x', 60_000) + "\""));
        var middle = answer.Length / 2;
        await using var wire = new Wire(Reply.Broken(answer[..middle], Reply.Raw(answer[middle..])));
        using var rig = new Rig();

        Assert.That(await rig.ConnectTo(wire).SendSampleAsync(), Is.TypeOf<SendOutcome.Accepted>());
    }

    private static async Task<SendOutcome> AcceptAsync(string members)
    {
        // Later members win, as in every JSON reader.
        return await SampleSends.SendToAsync(Reply.Json(201, Samples.MessageWith(members)));
    }
}
