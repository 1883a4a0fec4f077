using System.Text.Json;

namespace Connector.Abstractions.Tests;

internal sealed class UsageTypeTests
{
    private static readonly string[] Names =
    [
        "Register", "SignIn", "ForgotPassword", "Generic", "OrganizationInvitation",
        "UserPermissionValidation", "BindNewIdentifier", "MfaVerification", "BindMfa",
    ];

    [TestCase("")]
    [TestCase(" ")]
    [TestCase("\t\n")]
    public void A_blank_name_is_refused(string value) =>
        Assert.That(() => new UsageType(value), Throws.InstanceOf<ArgumentException>());

    [Test]
    public void A_missing_name_is_refused() =>
        Assert.That(() => new UsageType(null!), Throws.ArgumentNullException);

    [Test]
    public void A_name_has_at_most_64_characters()
    {
        Assert.That(UsageType.MaxLength, Is.EqualTo(64));
        Assert.That(new UsageType(new string('x', 64)).Value, Has.Length.EqualTo(64));
        Assert.That(() => new UsageType(new string('x', 65)), Throws.ArgumentException);
    }

    [Test]
    public void The_well_known_names_are_Logtos() =>
        Assert.That(UsageType.WellKnown.Select(type => type.Value), Is.EquivalentTo(Names));

    [Test]
    public void Names_compare_exactly()
    {
        var same = new UsageType(string.Concat("Sign", "In"));
        var other = new UsageType("signin");

        Assert.That(same == UsageType.SignIn && same.Equals((object)UsageType.SignIn) && !(same != UsageType.SignIn));
        Assert.That(same.GetHashCode(), Is.EqualTo(UsageType.SignIn.GetHashCode()));
        Assert.That(other == UsageType.SignIn || other.Equals(UsageType.SignIn) || other == null, Is.False);
    }

    [Test]
    public void An_unknown_name_is_legal()
    {
        Assert.That(new UsageType("Payment").ToString(), Is.EqualTo("Payment"));
        Assert.That(JsonSerializer.Deserialize<UsageType>("\"Payment\"")!.Value, Is.EqualTo("Payment"));
    }

    [Test]
    public void JSON_is_the_name() =>
        Assert.That(JsonSerializer.Serialize(UsageType.BindMfa), Is.EqualTo("\"BindMfa\""));

    [TestCase("\"\"")]
    [TestCase("\"  \"")]
    [TestCase("5")]
    [TestCase("true")]
    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("\"\\ud800\"")]
    [TestCase("\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"")]
    public void JSON_that_is_no_name_is_refused_as_JSON(string json) =>
        Assert.That(() => JsonSerializer.Deserialize<UsageType>(json), Throws.InstanceOf<JsonException>());
}
