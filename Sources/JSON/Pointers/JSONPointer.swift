/// A path to a value within a value, by RFC 6901; without tokens it is the whole.
public struct JSONPointer: Sendable, Hashable {
    /// A text that is no pointer.
    public enum ParseError: Error, Hashable, Sendable {
        /// Anything but the empty text must begin with a slash.
        case missingSlash
        /// A tilde must be followed by 0 or 1.
        case invalidEscape
        /// A percent sign must be followed by two hexadecimal digits, and the bytes must be UTF-8.
        case invalidPercentEncoding
        /// A URI fragment must begin with a number sign.
        case missingNumberSign
    }

    /// Keys and array positions from the outside in, unescaped.
    public var tokens: [String]

    /// The pointer with these unescaped tokens; none of them for the whole value.
    public init(tokens: [String] = []) {
        self.tokens = tokens
    }

    /// Reads a pointer such as `/tools/0/name`, in which `~1` stands for a slash and `~0` for a tilde.
    public init(parsing text: String) throws(ParseError) {
        tokens = []
        guard !text.isEmpty else { return }
        guard text.utf8.first == UInt8(ascii: "/") else { throw .missingSlash }
        for token in text.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            tokens.append(try Self.unescaped(token))
        }
    }

    /// The pointer in its text form.
    public var text: String { tokens.map { "/" + Self.escaped($0) }.joined() }

    /// The pointer to a member of the object that this one points to.
    public func appending(_ key: String) -> JSONPointer { JSONPointer(tokens: tokens + [key]) }

    /// The pointer to an element of the array that this one points to.
    public func appending(_ index: Int) -> JSONPointer { JSONPointer(tokens: tokens + [String(index)]) }

    /// The value that this pointer leads to; nil when there is none.
    public func resolve(in value: JSONValue) -> JSONValue? {
        var current = value
        for token in tokens {
            let next: JSONValue? =
                switch current {
                case .object(let object): object[token]
                case .array(let array): Self.position(token, in: array).map { array[$0] }
                default: nil
                }
            guard let next else { return nil }
            current = next
        }
        return current
    }

    /// Compares the tokens byte by byte, as keys are.
    public static func == (left: JSONPointer, right: JSONPointer) -> Bool {
        left.tokens.count == right.tokens.count && zip(left.tokens, right.tokens).allSatisfy { $0.hasSameBytes(as: $1) }
    }

    /// Digits without a leading zero that are within the array.
    private static func position(_ token: String, in array: [JSONValue]) -> Int? {
        guard token.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { return nil }
        guard token == "0" || token.utf8.first != UInt8(ascii: "0") else { return nil }
        return Int(token).flatMap { array.indices.contains($0) ? $0 : nil }
    }

    private static func unescaped(_ token: Substring.UTF8View) throws(ParseError) -> String {
        var bytes: [UInt8] = []
        var rest = token
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "~") else {
                bytes.append(byte)
                continue
            }
            switch rest.popFirst() {
            case UInt8(ascii: "0"): bytes.append(UInt8(ascii: "~"))
            case UInt8(ascii: "1"): bytes.append(UInt8(ascii: "/"))
            default: throw .invalidEscape
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func escaped(_ token: String) -> String {
        var bytes: [UInt8] = []
        for byte in token.utf8 {
            switch byte {
            case UInt8(ascii: "~"): bytes += [byte, UInt8(ascii: "0")]
            case UInt8(ascii: "/"): bytes += [UInt8(ascii: "~"), UInt8(ascii: "1")]
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension JSONPointer: CustomStringConvertible {
    /// The same as ``text``.
    public var description: String { text }
}

extension JSONValue {
    /// The value that a pointer leads to; nil when there is none.
    public subscript(_ pointer: JSONPointer) -> JSONValue? { pointer.resolve(in: self) }
}
