using Connector.Abstractions;
using Connector.Abstractions.Templates;

namespace Connectors.Sandbox.Texts;

/// <summary>Texts for people who have not written their own yet. GSM-7 only, hence "clave" and not "código".</summary>
internal static class BuiltInTemplates
{
    public static IReadOnlyList<SmsTemplate> All { get; } =
    [
        .. Template(
            UsageType.Register,
            "{{code}} is your code to create an account.",
            "{{code}} es tu clave para crear una cuenta."),
        .. Template(
            UsageType.SignIn,
            "{{code}} is your code to sign in.",
            "{{code}} es tu clave para entrar."),
        .. Template(
            UsageType.ForgotPassword,
            "{{code}} is your code to reset your password.",
            "{{code}} es tu clave para restablecer tu acceso."),
        .. Template(
            UsageType.Generic,
            "{{code}} is your verification code.",
            "{{code}} es tu clave para verificar."),
        .. Template(
            UsageType.OrganizationInvitation,
            "You are invited to an organization. Accept here: {{link}}",
            "Te invitan a un equipo. Acepta en este enlace: {{link}}"),
        .. Template(
            UsageType.UserPermissionValidation,
            "{{code}} is your code to confirm that it is you.",
            "{{code}} es tu clave para confirmar tu identidad."),
        .. Template(
            UsageType.BindNewIdentifier,
            "{{code}} is your code to add this number.",
            "{{code}} es tu clave para agregar este celular."),
        .. Template(
            UsageType.MfaVerification,
            "{{code}} is your second sign-in code.",
            "{{code}} es tu segunda clave de acceso."),
        .. Template(
            UsageType.BindMfa,
            "{{code}} is your code to turn on two-step sign-in.",
            "{{code}} es tu clave para activar el acceso en dos pasos."),
    ];

    private static SmsTemplate[] Template(UsageType usageType, string english, string spanish) =>
        [new(usageType, english), new(usageType, spanish, "es")];
}
