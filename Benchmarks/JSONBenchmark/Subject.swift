import CJSON
import Foundation
import JSON

/// One way of reading a text; running it reads the text once and throws the result away.
struct Subject: Sendable {
    var name: String
    var run: @Sendable (inout Input) throws -> Void

    /// A text in the forms that the subjects take, made before the clock starts.
    struct Input {
        var bytes: [UInt8]
        var data: Data

        init(bytes: [UInt8]) {
            self.bytes = bytes
            data = Data(bytes)
        }
    }

    static let all = [
        Subject(name: "json-c") { try tokenize($0.bytes) },
        Subject(name: "JSONText") { keep(try JSONText(validating: $0.bytes)) },
        Subject(name: "JSONValue") { keep(try JSONValue(parsing: $0.bytes)) },
        Subject(name: "JSONDecoder") { keep(try JSONDecoder().decode(DecodedValue.self, from: $0.data)) },
        Subject(name: "JSONSerialization") { keep(try JSONSerialization.jsonObject(with: $0.data)) },
    ]

    /// What a C program would do: the whole tree by json-c, freed again, nothing converted.
    private static func tokenize(_ bytes: [UInt8]) throws {
        let tokener = json_tokener_new()
        defer { json_tokener_free(tokener) }
        let tree = bytes.withUnsafeBytes { raw in
            json_tokener_parse_ex(tokener, raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count))
        }
        guard let tree else { throw Refused() }
        json_object_put(tree)
    }

    struct Refused: Error {}

    @inline(never)
    private static func keep<Value>(_ value: Value) {
        withExtendedLifetime(value) {}
    }
}

/// Any JSON value through `Decodable`, the usual way of reading dynamic values with Foundation.
private indirect enum DecodedValue: Decodable {
    case null
    case bool(Bool)
    case integer(Int)
    case double(Double)
    case string(String)
    case array([DecodedValue])
    case object([String: DecodedValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .double(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([DecodedValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: DecodedValue].self))
        }
    }
}
