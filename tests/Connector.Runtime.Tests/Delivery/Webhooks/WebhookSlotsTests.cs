using Connector.Runtime.Delivery;

namespace Connector.Runtime.Tests.Delivery;

internal sealed class WebhookSlotsTests
{
    private WebhookSlots slots = new();

    [SetUp]
    public void Create() => slots = new WebhookSlots();

    [Test]
    public void One_webhook_never_takes_everything()
    {
        Assert.That(slots.Take("a"), Is.EqualTo(16));
        Assert.That(slots.Take("a"), Is.Zero);
        var others = Enumerable.Range(0, 10).Select(number => slots.Take($"b{number}")).ToList();

        Assert.That(others, Has.All.Positive);
        Assert.That(others.Sum(), Is.LessThanOrEqualTo(48));
    }

    [Test]
    public void A_webhook_that_failed_gets_one_slot_until_it_answers()
    {
        slots.Take("a");
        slots.Return("a", 15);
        slots.Return("a", isDelivered: false);

        Assert.That(slots.Take("a"), Is.EqualTo(1));
        slots.Return("a", isDelivered: true);
        Assert.That(slots.Take("a"), Is.EqualTo(16));
    }

    [Test]
    public void Those_with_fewest_slots_come_first()
    {
        slots.Take("a");
        slots.Take("b");
        slots.Return("b", 1);

        Assert.That(slots.Order(["a", "b", "c"]), Is.EqualTo(new[] { "c", "b", "a" }));
    }
}
