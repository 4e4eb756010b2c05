import CJSON
import JSON
import Testing

@Suite("A text with random damage")
struct MutationTests {
    @Test("is refused, or means the same to libjson-c", arguments: [1, 2] as [UInt64])
    func agreesWithJSONC(_ seed: UInt64) throws {
        var random = RandomValue(seed: seed)
        var accepted = 0
        for _ in 0..<800 {
            var bytes = random.value(depth: 2).utf8(Bool.random(using: &random.generator) ? .compact : .pretty)
            for _ in 0..<Int.random(in: 0...3, using: &random.generator) { mutate(&bytes, &random.generator) }
            guard let value = try? JSONValue(parsing: bytes) else {
                #expect(throws: JSONError.self) { try JSONText(validating: bytes) }
                continue
            }
            accepted += 1
            #expect(try JSONText(validating: bytes).value == value)
            #expect(BareTree.agrees(bytes, value), "\(value.text())")
        }
        // Enough must get through for the comparison to mean something.
        #expect(accepted > 150)
    }

    @Test("gives the same answer when it comes in chunks", arguments: [5, 6] as [UInt64])
    func chunks(_ seed: UInt64) {
        var random = RandomValue(seed: seed)
        for _ in 0..<500 {
            var bytes = random.value(depth: 2).utf8()
            for _ in 0..<Int.random(in: 0...2, using: &random.generator) { mutate(&bytes, &random.generator) }
            #expect(
                inChunks(bytes, &random.generator) == Result { () throws(JSONError) in try JSONValue(parsing: bytes) }
            )
        }
    }

    private func inChunks(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> Result<JSONValue, JSONError> {
        var parser = JSONChunkParser()
        var rest = bytes[...]
        do throws(JSONError) {
            while !rest.isEmpty {
                let chunk = rest.prefix(Int.random(in: 1...5, using: &generator))
                rest = rest.dropFirst(chunk.count)
                try parser.append(chunk)
            }
            return .success(try parser.finish())
        } catch {
            return .failure(error)
        }
    }

    private func mutate(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
        guard let place = bytes.indices.randomElement(using: &generator) else { return }
        let alphabet = Array("{}[]:,\"\\'/0123456789+-.eEtfnu \n\u{0}\u{1F}é".utf8)
        let byte = alphabet.randomElement(using: &generator) ?? 0
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes[place] = byte
        case 1: bytes.insert(byte, at: place)
        case 2: bytes.remove(at: place)
        case 3: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        default: bytes.append(contentsOf: bytes[place...].prefix(3))
        }
    }
}

/// What libjson-c makes of a whole text, with its known losses left out of the comparison.
private enum BareTree {
    /// Whether json-c accepts a text and takes it for a value. (It has no object for the literal null.)
    static func agrees(_ bytes: [UInt8], _ value: JSONValue) -> Bool {
        guard let tokener = json_tokener_new_ex(64) else { return false }
        defer { json_tokener_free(tokener) }
        let text = bytes + [0]
        let root = text.withUnsafeBytes { raw in
            json_tokener_parse_ex(tokener, raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count))
        }
        defer { json_object_put(root) }
        return json_tokener_get_error(tokener) == json_tokener_success && agrees(root, value)
    }

    private static func agrees(_ node: OpaquePointer?, _ value: JSONValue) -> Bool {
        switch value {
        case .null:
            return node == nil
        case .bool(let value):
            return json_object_get_type(node) == json_type_boolean && (json_object_get_boolean(node) != 0) == value
        case .number(let number):
            // json-c saturates integers beyond 64 bits.
            return number.double.magnitude > 9e18 || json_object_get_double(node) == number.double
        case .string(let text):
            return json_object_get_type(node) == json_type_string && bytes(of: node) == Array(text.utf8)
        case .array(let elements):
            guard json_object_get_type(node) == json_type_array else { return false }
            return json_object_array_length(node) == elements.count
                && elements.enumerated().allSatisfy { agrees(json_object_array_get_idx(node, $0.offset), $0.element) }
        case .object(let object):
            guard json_object_get_type(node) == json_type_object else { return false }
            // json-c cuts keys at U+0000, where two may become one.
            guard !object.keys.contains(where: { $0.utf8.contains(0) }) else { return true }
            return json_object_object_length(node) == object.count
                && object.allSatisfy { key, value in
                    var member: OpaquePointer?
                    return json_object_object_get_ex(node, key, &member) != 0 && agrees(member, value)
                }
        }
    }

    private static func bytes(of node: OpaquePointer?) -> [UInt8] {
        guard let start = json_object_get_string(node) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(json_object_get_string_len(node))))
    }
}
