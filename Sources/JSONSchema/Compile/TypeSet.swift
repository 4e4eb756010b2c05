import JSON

/// The types a `type` keyword allows; an integer is a number too.
struct TypeSet: OptionSet, Sendable, Hashable {
    let rawValue: UInt8

    static let null = TypeSet(rawValue: 1 << 0)
    static let boolean = TypeSet(rawValue: 1 << 1)
    static let object = TypeSet(rawValue: 1 << 2)
    static let array = TypeSet(rawValue: 1 << 3)
    static let integer = TypeSet(rawValue: 1 << 4)
    /// Numbers that are not integers; `number` in a schema means this and `integer`.
    static let fraction = TypeSet(rawValue: 1 << 5)
    static let string = TypeSet(rawValue: 1 << 6)

    static let number: TypeSet = [.integer, .fraction]
    static let all: TypeSet = [.null, .boolean, .object, .array, .number, .string]

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The set for one name of the `type` keyword; nil when no type has that name.
    init?(name: String) {
        switch name {
        case "null": self = .null
        case "boolean": self = .boolean
        case "object": self = .object
        case "array": self = .array
        case "integer": self = .integer
        case "number": self = .number
        case "string": self = .string
        default: return nil
        }
    }

    /// The single type of a value.
    init(of value: JSONValue) {
        switch value {
        case .null: self = .null
        case .bool: self = .boolean
        case .object: self = .object
        case .array: self = .array
        case .number(let number): self = number.isInteger ? .integer : .fraction
        case .string: self = .string
        }
    }

    /// The names in a fixed order.
    var names: [String] {
        var names: [String] = []
        if contains(.null) { names.append("null") }
        if contains(.boolean) { names.append("boolean") }
        if contains(.object) { names.append("object") }
        if contains(.array) { names.append("array") }
        if contains(.number) {
            names.append("number")
        } else if contains(.integer) {
            names.append("integer")
        } else if contains(.fraction) {
            names.append("fractional number")
        }
        if contains(.string) { names.append("string") }
        return names
    }
}
