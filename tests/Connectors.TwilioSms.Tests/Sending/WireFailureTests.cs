using System.Text;
using Connector.Abstractions;
using Connectors.TwilioSms.Tests.Wires;

namespace Connectors.TwilioSms.Tests.Sending;

internal sealed class WireFailureTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(200);

    [Test]
    public async Task A_refused_connection_is_no_attempt()
    {
        using var rig = new Rig();

        AssertNotAttempted(await rig.ConnectTo($"http://127.0.0.1:{Wire.ClosedPort()}").SendSampleAsync());
    }

    [Test]
    public async Task A_name_that_does_not_exist_is_no_attempt()
    {
        using var rig = new Rig();

        AssertNotAttempted(await rig.ConnectTo("https://twilio.invalid").SendSampleAsync());
    }

    [Test]
    public async Task A_TLS_handshake_that_fails_is_no_attempt()
    {
        // Not a TLS record, so that the client gives up at once.
        var answer = Encoding.ASCII.GetBytes("HTTP/1.1 400 Bad Request\r\n\r\n");
        using var rig = new Rig(handler => handler.ConnectCallback =
            (_, _) => ValueTask.FromResult<Stream>(WithPrefix(answer)));

        AssertNotAttempted(await rig.ConnectTo("https://127.0.0.1").SendSampleAsync());
    }

    [Test]
    public async Task A_connection_that_is_not_made_in_time_is_no_attempt([Values] bool byTheClientsLimit)
    {
        using var rig = new Rig(handler =>
        {
            handler.ConnectTimeout = byTheClientsLimit ? Timeout.InfiniteTimeSpan : Soon;
            handler.ConnectCallback = NeverConnectAsync;
        });
        rig.Http.Timeout = byTheClientsLimit ? Soon : Timeout.InfiniteTimeSpan;

        AssertNotAttempted(await rig.ConnectTo("http://127.0.0.1:9").SendSampleAsync());
    }

    [Test]
    public async Task An_answer_that_does_not_come_in_time_is_unknown()
    {
        await using var wire = new Wire(Reply.Stall);
        using var rig = new Rig();
        rig.Http.Timeout = Soon;

        Assert.That(await rig.ConnectTo(wire).SendSampleAsync(), Is.TypeOf<SendOutcome.Unknown>());
    }

    [Test]
    public async Task A_connection_lost_after_the_request_left_is_unknown([Values] bool inOrder)
    {
        await using var wire = new Wire(inOrder ? Reply.Hangup : Reply.Reset);
        using var rig = new Rig();

        var outcome = await rig.ConnectTo(wire).SendSampleAsync();

        Assert.That(outcome, Is.TypeOf<SendOutcome.Unknown>());
        Assert.That(wire.Requests, Has.Count.EqualTo(1), "It must not send twice by itself.");
    }

    [Test]
    public async Task A_kept_connection_that_is_lost_is_unknown_too([Values] bool inOrder)
    {
        await using var wire = new Wire(Reply.Json(201, Samples.Message), inOrder ? Reply.Hangup : Reply.Reset);
        using var rig = new Rig();
        var connector = rig.ConnectTo(wire);
        await connector.SendSampleAsync();

        var outcome = await connector.SendSampleAsync();

        Assert.That(outcome, Is.TypeOf<SendOutcome.Unknown>());
        Assert.That(wire.Requests, Has.Count.EqualTo(2), "It must not send twice by itself.");
    }

    [TestCase("HTTP/1.1 20")]
    [TestCase("HTTP/1.1 201 Created\r\nContent-Length: 5")]
    [TestCase("ICMP\r\n\r\n")]
    public async Task Half_an_answer_is_unknown(string start)
    {
        var outcome = await SampleSends.SendToAsync(Reply.Broken(start, Reply.Hangup));

        Assert.That(outcome, Is.TypeOf<SendOutcome.Unknown>());
    }

    [Test]
    public async Task The_callers_cancellation_is_a_cancellation([Values] bool whileTheBodyArrives)
    {
        await using var wire = new Wire(whileTheBodyArrives ? Reply.StallInBody : Reply.Stall);
        using var rig = new Rig();
        using var source = new CancellationTokenSource();
        var sending = rig.ConnectTo(wire).SendSampleAsync(cancellationToken: source.Token);
        await wire.Arrived.Task;

        await source.CancelAsync();

        Assert.That(() => sending, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task A_cancelled_call_sends_nothing()
    {
        await using var wire = new Wire();
        using var rig = new Rig();
        var connector = rig.ConnectTo(wire);

        Assert.That(
            () => connector.SendSampleAsync(cancellationToken: new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(wire.Requests, Is.Empty);
    }

    private static async ValueTask<Stream> NeverConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        return Stream.Null;
    }

    // What the client writes goes behind what it reads.
    private static MemoryStream WithPrefix(byte[] answer)
    {
        var stream = new MemoryStream();
        stream.Write(answer);
        stream.Position = 0;
        return stream;
    }

    private static void AssertNotAttempted(SendOutcome outcome) =>
        Assert.That((outcome as SendOutcome.Refused)?.Reason, Is.EqualTo(RefusalReason.NotAttempted));
}
