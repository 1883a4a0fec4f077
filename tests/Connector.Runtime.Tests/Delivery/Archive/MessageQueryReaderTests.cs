using Connector.Runtime.Connectors;
using Connector.Runtime.Delivery;

namespace Connector.Runtime.Tests.Delivery;

public sealed class MessageQueryReaderTests
{
    [Test]
    public void Everything_that_is_wrong_is_named_at_once()
    {
        var wrong = new MessageListRequest
        {
            Status = "delivred",
            To = "nobody",
            From = "yesterday",
            Until = "11/22/2026",
            Limit = "201",
            Cursor = "???",
        };

        var error = Assert.Throws<ConnectorRequestException>(() => Read(wrong));

        Assert.That(
            error!.Issues.Select(issue => issue.Pointer),
            Is.EquivalentTo(["/status", "/to", "/from", "/until", "/limit", "/cursor"]));
        Assert.That(error.Issues[0].Message, Does.Contain("delivered"));
    }

    [TestCase("0")]
    [TestCase("-1")]
    [TestCase("1.5")]
    [TestCase("")]
    public void A_limit_is_a_number_from_1_to_200(string limit) =>
        Assert.Throws<ConnectorRequestException>(() => Read(new MessageListRequest { Limit = limit }));

    [Test]
    public void A_time_that_ends_before_it_begins_is_wrong() =>
        Assert.Throws<ConnectorRequestException>(() => Read(new MessageListRequest
        {
            From = "2026-01-02", Until = "2026-01-02T00:00:00Z",
        }));

    [TestCase("e30")]
    [TestCase("eyJBZnRlciI6Im1zZ18iLCJUbyI6IioqIn0")]
    [TestCase("eyJBZnRlciI6Im1zZ18iLCJNb3JlIjoxfQ")]
    [TestCase("bnVsbA")]
    public void A_cursor_that_no_page_gave_is_wrong(string cursor) =>
        Assert.Throws<ConnectorRequestException>(() => Read(new MessageListRequest { Cursor = cursor }));

    private static MessageQuery Read(MessageListRequest request) =>
        new MessageQueryReader(request).Read(name => name);
}
