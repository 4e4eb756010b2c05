import JSON

/// The shape of one JSON value on the wire; what of it counts depends on the revision it is written out for.
indirect enum WireType: Sendable {
    case any
    /// Any of these JSON Schema types, optionally with a format and with inclusive bounds on the number.
    case scalar([String], format: String? = nil, minimum: Int? = nil, maximum: Int? = nil)
    case constant(JSONValue)
    case choice([String])
    /// Another definition by name: a reference where the revision names it, written out in place where it does not yet.
    case reference(String)
    case list(WireType, atMost: Int? = nil)
    /// An object whose every member has the same shape.
    case map(WireType)
    case object([WireMember])
    /// At least one of these; a reference to what the revision does not have is left out.
    case either([WireType])
    case all([WireType])

    static let string = WireType.scalar(["string"])
    static let integer = WireType.scalar(["integer"])
    static let number = WireType.scalar(["number"])
    static let boolean = WireType.scalar(["boolean"])
    static let strings = WireType.list(.string)
    /// A weight from 0 to 1.
    static let fraction = WireType.scalar(["number"], minimum: 0, maximum: 1)
    static let uri = WireType.scalar(["string"], format: "uri")
    static let uriTemplate = WireType.scalar(["string"], format: "uri-template")
    /// Base64, under the name the official schemas give it.
    static let bytes = WireType.scalar(["string"], format: "byte")
    /// An object about which nothing more is said.
    static let open = WireType.reference("JSONObject")

    static func word(_ text: String) -> WireType {
        .constant(.string(text))
    }

    static func code(_ code: Int) -> WireType {
        .constant(.number(JSONNumber(code)))
    }
}
