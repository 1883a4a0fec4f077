namespace Connector.Host.WebConsole;

/// <summary>How a part of a configuration is edited.</summary>
public enum FieldKind
{
    /// <summary>As JSON: the schema says nothing that a form could show.</summary>
    Json,

    /// <summary>One line of text.</summary>
    Text,

    /// <summary>Text of several lines.</summary>
    LongText,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Switch,

    /// <summary>One of some values.</summary>
    Choice,

    /// <summary>Any of some values.</summary>
    Choices,

    /// <summary>An array, row by row.</summary>
    List,

    /// <summary>An object with the members that the schema names.</summary>
    Group,

    /// <summary>An object whose members the operator names.</summary>
    Map,

    /// <summary>One of several forms.</summary>
    Variants,

    /// <summary>Texts by usage type and language.</summary>
    Templates,
}
