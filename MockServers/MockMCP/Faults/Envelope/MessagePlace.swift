import JSON

/// A place in a message that can be read and changed.
struct MessagePlace: Sendable, Hashable {
    private let pointer: JSONPointer

    /// Nil for a text that is no JSON Pointer.
    init?(_ text: String) {
        guard let pointer = try? JSONPointer(parsing: text) else { return nil }
        self.pointer = pointer
    }

    /// What stands there; nil when there is no such place.
    func value(in message: JSONValue) -> JSONValue? {
        pointer.resolve(in: message)
    }

    /// The message with another value there, or without the place when the value is nil; nil when there is no such place.
    ///
    /// A new member can be put into an object that is there, and `-` appends to an array.
    func setting(_ value: JSONValue?, in message: JSONValue) -> JSONValue? {
        Self.setting(value, in: message, at: pointer.tokens[...])
    }

    private static func setting(_ value: JSONValue?, in whole: JSONValue, at path: ArraySlice<String>) -> JSONValue? {
        guard let token = path.first else { return value }
        let rest = path.dropFirst()
        switch whole {
        case .object(var object):
            if rest.isEmpty {
                guard value != nil || object[token] != nil else { return nil }
                object[token] = value
            } else {
                guard let inner = object[token], let changed = setting(value, in: inner, at: rest) else { return nil }
                object[token] = changed
            }
            return .object(object)
        case .array(var array):
            if token == "-", rest.isEmpty, let value { return .array(array + [value]) }
            guard let index = Int(token), array.indices.contains(index) else { return nil }
            guard rest.isEmpty else {
                guard let changed = setting(value, in: array[index], at: rest) else { return nil }
                array[index] = changed
                return .array(array)
            }
            if let value { array[index] = value } else { array.remove(at: index) }
            return .array(array)
        default: return nil
        }
    }
}
