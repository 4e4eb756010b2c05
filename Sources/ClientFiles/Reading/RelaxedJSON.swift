package import JSON

/// JSON as people write it into settings: comments, trailing commas, bare keys and single quotes may stand in it.
///
/// The bytes stay as they are, so that an edit can leave alone whatever it is not about.
package struct RelaxedJSON: Sendable {
    let bytes: [UInt8]
    let tokens: [RelaxedToken]
    /// The whole as a value.
    package let value: JSONValue

    /// Reads a text; one without anything in it counts as an object without members.
    package init(_ bytes: [UInt8]) throws(ClientFileFault) {
        self.bytes = bytes
        var lexer = RelaxedLexer(bytes)
        tokens = try lexer.tokens()
        guard !tokens.isEmpty else {
            value = [:]
            return
        }
        do throws(JSONError) {
            value = try JSONValue(parsing: Self.strict(tokens, in: bytes))
        } catch {
            throw ClientFileFault("is no JSON, also with comments and trailing commas allowed: \(error)")
        }
    }

    /// The same as strict JSON on one line.
    private static func strict(_ tokens: [RelaxedToken], in bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        for (index, token) in tokens.enumerated() {
            if token.kind == .comma, let next = tokens[safe: index + 1], next.kind.isClosing { continue }
            switch token.kind {
            case .singleQuoted: out += token.strictText(in: bytes)
            case .bare where tokens[safe: index + 1]?.kind == .colon: out += [0x22] + bytes[token.range] + [0x22]
            default: out += bytes[token.range]
            }
            out.append(0x20)
        }
        return out
    }
}

extension Array {
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
