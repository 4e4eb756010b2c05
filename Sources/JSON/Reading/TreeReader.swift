import CJSON
import Glibc

/// Turns libjson-c's tree into a value, and mends what ``JSONCLosses`` lists.
struct TreeReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let hasNulKeys: Bool
    /// The listed integers that have not come yet.
    private var listed: ArraySlice<JSONCLosses.Integer>
    /// The ordinal of the first of them; 0, which no integer has, when there is none.
    private var nextListed: Int
    private var integerCount = 0

    private init(_ bytes: UnsafeBufferPointer<UInt8>, _ losses: JSONCLosses) {
        self.bytes = bytes
        hasNulKeys = !losses.nulEscapes.isEmpty
        listed = losses.integers[...]
        nextListed = listed.first?.ordinal ?? 0
    }

    /// The value of a text that the scanner has accepted.
    static func value(
        of bytes: UnsafeBufferPointer<UInt8>,
        _ losses: JSONCLosses
    ) throws(JSONError) -> JSONValue {
        let tree = try JSONCTree(of: bytes, losses)
        var reader = TreeReader(bytes, losses)
        return reader.value(tree.root)
    }

    /// The value of a node; recursion is bounded by ``JSONLimits/deepest``.
    private mutating func value(_ node: OpaquePointer?) -> JSONValue {
        switch json_object_get_type(node) {
        case json_type_string: .string(string(node))
        case json_type_int: .number(integer(node))
        case json_type_double: .number(decimal(node))
        case json_type_boolean: .bool(json_object_get_boolean(node) != 0)
        case json_type_array: .array(elements(node))
        case json_type_object: .object(JSONObject(unique: members(node)))
        default: .null
        }
    }

    private mutating func elements(_ node: OpaquePointer?) -> [JSONValue] {
        let count = json_object_array_length(node)
        var elements: [JSONValue] = []
        elements.reserveCapacity(count)
        for place in 0..<count { elements.append(value(json_object_array_get_idx(node, place))) }
        return elements
    }

    private mutating func members(_ node: OpaquePointer?) -> [JSONObject.Member] {
        guard let table = json_object_get_object(node) else { return [] }
        var members: [JSONObject.Member] = []
        members.reserveCapacity(Int(lh_table_length(table)))
        var next = lh_table_head(table)
        while let entry = next {
            members.append(JSONObject.Member(key: key(entry), value: value(OpaquePointer(lh_entry_v(entry)))))
            next = lh_entry_next(entry)
        }
        return members
    }

    @inline(__always)
    private func key(_ entry: UnsafeMutablePointer<lh_entry>) -> String {
        let text = terminated(lh_entry_k(entry))
        guard hasNulKeys else { return String(decoding: text, as: UTF8.self) }
        return String(decoding: text.map { $0 == JSONCLosses.nul ? 0 : $0 }, as: UTF8.self)
    }

    @inline(__always)
    private func string(_ node: OpaquePointer?) -> String {
        let count = Int(json_object_get_string_len(node))
        let text = UnsafeRawBufferPointer(start: json_object_get_string(node), count: count)
        return String(decoding: text, as: UTF8.self)
    }

    @inline(__always)
    private mutating func integer(_ node: OpaquePointer?) -> JSONNumber {
        let signed = json_object_get_int64(node)
        // The largest also stands for what is beyond it.
        let number = signed == .max ? JSONNumber(json_object_get_uint64(node)) : JSONNumber(signed)
        integerCount &+= 1
        return integerCount == nextListed ? mended(number) : number
    }

    @inline(never)
    private mutating func mended(_ number: JSONNumber) -> JSONNumber {
        guard let integer = listed.popFirst() else { return number }
        nextListed = listed.first?.ordinal ?? 0
        let text = String(decoding: bytes[integer.extent], as: UTF8.self)
        return number.text == text ? number : JSONNumber(storage: .text(text))
    }

    /// A number with a point or an exponent; its text is what json-c calls the user's data of a double it has read.
    private func decimal(_ node: OpaquePointer?) -> JSONNumber {
        JSONNumber(storage: .text(String(decoding: terminated(json_object_get_userdata(node)), as: UTF8.self)))
    }

    /// The bytes before the 0 that ends a C string.
    @inline(__always)
    private func terminated(_ start: UnsafeRawPointer?) -> UnsafeRawBufferPointer {
        guard let start else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(start: start, count: strlen(start.assumingMemoryBound(to: CChar.self)))
    }
}
