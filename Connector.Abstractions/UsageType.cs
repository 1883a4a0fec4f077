using System.Text.Json.Serialization;

namespace Connector.Abstractions;

/// <summary>Why a message is sent, such as <c>SignIn</c>. Selects the template.</summary>
/// <remarks>
/// An open set: any name is legal, the well-known ones are properties here. Compared case-sensitively.
/// </remarks>
[JsonConverter(typeof(UsageTypeJsonConverter))]
public sealed record UsageType
{
    /// <summary>Names a usage type.</summary>
    /// <param name="value">The name, 1 to 64 characters.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is blank or longer than 64 characters.</exception>
    public UsageType(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        if (value.Length > MaxLength)
        {
            throw new ArgumentException($"A usage type has at most {MaxLength} characters.", nameof(value));
        }

        Value = value;
    }

    /// <summary>The longest name, in characters.</summary>
    /// <value>64.</value>
    public static int MaxLength => 64;

    /// <summary>A new account is registered.</summary>
    public static UsageType Register { get; } = new("Register");

    /// <summary>A person signs in.</summary>
    public static UsageType SignIn { get; } = new("SignIn");

    /// <summary>A person resets a forgotten password.</summary>
    public static UsageType ForgotPassword { get; } = new("ForgotPassword");

    /// <summary>Anything else; its template serves every usage type that has none of its own.</summary>
    public static UsageType Generic { get; } = new("Generic");

    /// <summary>A person is invited to an organisation.</summary>
    public static UsageType OrganizationInvitation { get; } = new("OrganizationInvitation");

    /// <summary>A signed-in person confirms a sensitive action.</summary>
    public static UsageType UserPermissionValidation { get; } = new("UserPermissionValidation");

    /// <summary>A person adds a new number to the account.</summary>
    public static UsageType BindNewIdentifier { get; } = new("BindNewIdentifier");

    /// <summary>The second factor of a sign-in.</summary>
    public static UsageType MfaVerification { get; } = new("MfaVerification");

    /// <summary>A person adds SMS as a second factor.</summary>
    public static UsageType BindMfa { get; } = new("BindMfa");

    /// <summary>The usage types that every host knows.</summary>
    public static IReadOnlyList<UsageType> WellKnown { get; } =
    [
        Register, SignIn, ForgotPassword, Generic, OrganizationInvitation,
        UserPermissionValidation, BindNewIdentifier, MfaVerification, BindMfa,
    ];

    /// <summary>The name.</summary>
    public string Value { get; }

    /// <summary>The name.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
