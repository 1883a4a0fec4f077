namespace Connector.Verifier;

/// <summary>What of JSON a property can hold, as far as its type alone tells.</summary>
internal enum JsonShape
{
    /// <summary>A type whose JSON only its own code knows.</summary>
    Any,

    /// <summary>Text.</summary>
    String,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>Any number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A list.</summary>
    Array,

    /// <summary>An object.</summary>
    Object,
}
