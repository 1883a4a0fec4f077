namespace Connector.Abstractions.Tests;

internal sealed class PhoneNumberTests
{
    [TestCase(null)]
    [TestCase("")]
    [TestCase("+")]
    [TestCase("14155551212")]
    [TestCase("0014155551212")]
    [TestCase("+04155551212")]
    [TestCase("+123456")]
    [TestCase("+1234567890123456")]
    [TestCase("+1 415 555 1212")]
    [TestCase("+1-415-555-1212")]
    [TestCase("+1(415)5551212")]
    [TestCase(" +14155551212")]
    [TestCase("+14155551212 ")]
    [TestCase("+14155551212\n")]
    [TestCase("++14155551212")]
    [TestCase("+1415555121x")]
    [TestCase("+١٤١٥٥٥٥١٢١٢")]
    [TestCase("+１４１５５５５１２１２")]
    [TestCase("＋14155551212")]
    public void What_is_not_E164_is_no_number(string? value)
    {
        Assert.That(PhoneNumber.TryParse(value, out var phone), Is.False);
        Assert.That(phone, Is.Null);
    }

    [TestCase("+1234567")]
    [TestCase("+4512345678")]
    [TestCase("+14155551212")]
    [TestCase("+123456789012345")]
    public void A_plus_sign_and_7_to_15_digits_are_a_number(string value)
    {
        Assert.That(PhoneNumber.TryParse(value, out var phone), Is.True);
        Assert.That(phone!.E164, Is.EqualTo(value));
        Assert.That(PhoneNumber.Parse(value).E164, Is.EqualTo(value));
    }

    [TestCase("+0415555121299")]
    [TestCase("secret 4155551212")]
    public void The_exception_does_not_repeat_the_value(string value)
    {
        var exception = Assert.Throws<FormatException>(() => PhoneNumber.Parse(value));

        Assert.That(exception.ToString(), Does.Not.Contain("415555").And.Not.Contain("secret"));
    }

    [Test]
    public void Nothing_at_all_is_an_error_of_the_caller() =>
        Assert.That(() => PhoneNumber.Parse(null!), Throws.ArgumentNullException);

    [TestCase("+14155551212", "+1415•••1212")]
    [TestCase("+123456789012345", "+1234•••2345")]
    [TestCase("+4512345678", "+45•••78")]
    [TestCase("+12345678", "+12•••78")]
    [TestCase("+1234567", "+1•••7")]
    public void Text_is_masked(string value, string masked)
    {
        var phone = PhoneNumber.Parse(value);

        Assert.That(phone.ToString(), Is.EqualTo(masked));
        Assert.That($"{phone}", Is.EqualTo(masked));
    }

    [Test]
    public void Short_numbers_never_show_more_digits_than_they_hide_and_none_shows_more_than_eight()
    {
        for (var digits = 7; digits <= 15; digits++)
        {
            var shown = PhoneNumber.Parse("+" + "123456789012345"[..digits]).ToString().Count(char.IsAsciiDigit);

            Assert.That(shown, Is.LessThanOrEqualTo(digits < 11 ? digits - shown : 8), $"{digits} digits");
            Assert.That(digits - shown, Is.GreaterThanOrEqualTo(3), $"{digits} digits");
        }
    }

    [Test]
    public void Numbers_with_the_same_digits_are_equal()
    {
        var one = PhoneNumber.Parse("+14155551212");
        var same = PhoneNumber.Parse("+14155551212");
        var other = PhoneNumber.Parse("+14155551213");

        Assert.That(one.Equals(same) && one == same && !(one != same));
        Assert.That(one.Equals((object)same) && one.GetHashCode() == same.GetHashCode());
        Assert.That(one.Equals(other) || one == other || one.Equals(null) || one == null || null == one, Is.False);
    }
}
