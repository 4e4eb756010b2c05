import JSON

/// The places of the members of an object in relaxed JSON.
struct RelaxedOutline {
    struct Member {
        let key: String
        /// From the key's first byte to the value's last.
        let range: Range<Int>
        let value: Range<Int>
        /// The comma after it; nil for none.
        let comma: Int?
    }

    /// From brace to brace.
    let range: Range<Int>
    let members: [Member]

    /// The object that begins at a place; nil where no object does.
    init?(of document: RelaxedJSON, at place: Int? = nil) {
        let tokens = document.tokens
        guard let start = place.map({ place in tokens.firstIndex { $0.range.lowerBound == place } }) ?? 0,
            tokens[safe: start]?.kind == .openBrace
        else { return nil }
        var members: [Member] = []
        var index = start + 1
        while let key = tokens[safe: index], key.kind != .closeBrace {
            guard tokens[safe: index + 1]?.kind == .colon, let end = Self.end(of: index + 2, in: tokens) else {
                return nil
            }
            let value = tokens[index + 2].range.lowerBound..<tokens[end].range.upperBound
            let hasComma = tokens[safe: end + 1]?.kind == .comma
            members.append(
                Member(
                    key: Self.text(key, in: document),
                    range: key.range.lowerBound..<value.upperBound,
                    value: value,
                    comma: hasComma ? tokens[end + 1].range.lowerBound : nil
                )
            )
            index = end + (hasComma ? 2 : 1)
        }
        guard let close = tokens[safe: index] else { return nil }
        range = tokens[start].range.lowerBound..<close.range.upperBound
        self.members = members
    }

    /// The index of the last token of the value that begins at one.
    private static func end(of start: Int, in tokens: [RelaxedToken]) -> Int? {
        guard let first = tokens[safe: start] else { return nil }
        guard first.kind.isOpening else { return start }
        var depth = 0
        for index in start..<tokens.count {
            if tokens[index].kind.isOpening { depth += 1 }
            if tokens[index].kind.isClosing { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }

    private static func text(_ token: RelaxedToken, in document: RelaxedJSON) -> String {
        let bytes = Array(document.bytes[token.range])
        guard token.kind != .bare else { return String(decoding: bytes, as: UTF8.self) }
        // The whole was read before, so this cannot fail; a key that did would match nothing.
        return (try? RelaxedJSON(bytes).value.stringValue) ?? ""
    }
}
