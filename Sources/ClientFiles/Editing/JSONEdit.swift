package import JSON

/// Changes one member of a file in relaxed JSON, and not a byte of the rest.
package struct JSONEdit {
    private let document: RelaxedJSON
    private let style: JSONLayout

    /// Reads the file; one without anything in it counts as an object without members.
    package init(_ bytes: [UInt8]) throws(ClientFileFault) {
        document = try RelaxedJSON(bytes)
        style = JSONLayout(bytes)
        guard document.tokens.isEmpty || document.tokens.first?.kind == .openBrace else {
            throw ClientFileFault("holds no object")
        }
    }

    /// The file with a value at the end of a path of keys; objects on the way that are missing are made.
    package func setting(_ path: [String], to value: JSONValue) throws(ClientFileFault) -> [UInt8] {
        guard !document.tokens.isEmpty else {
            return Array((nested(path[...], value).text(.pretty) + "\n").utf8)
        }
        let (outline, missing) = try deepest(path)
        guard let key = missing.first else {
            throw ClientFileFault("cannot be changed without a name to change")
        }
        var bytes = document.bytes
        if missing.count == 1, let member = outline.members.first(where: { $0.key == key }) {
            let indent = style.indent(ofLineAt: member.range.lowerBound)
            bytes.replaceSubrange(member.value, with: style.text(value, indent: indent))
        } else {
            insert(key, nested(missing.dropFirst(), value), into: outline, &bytes)
        }
        return try checked(bytes, path, value)
    }

    /// The file without the member at the end of a path; as it is where there is no such member.
    package func removing(_ path: [String]) throws(ClientFileFault) -> [UInt8] {
        guard !document.tokens.isEmpty else { return document.bytes }
        let (outline, missing) = try deepest(path)
        guard missing.count == 1, let index = outline.members.firstIndex(where: { $0.key == missing.first }) else {
            return document.bytes
        }
        var bytes = document.bytes
        let member = outline.members[index]
        let end = (member.comma ?? member.range.upperBound - 1) + 1
        if index == 0 {
            bytes.removeSubrange(outline.range.lowerBound + 1..<end)
            if outline.members.count == 1 { close(outline, removed: end - outline.range.lowerBound - 1, &bytes) }
        } else {
            let before = outline.members[index - 1]
            let start = style.end(ofLineOf: (before.comma ?? before.range.upperBound - 1) + 1)
            bytes.removeSubrange(style.onlyOwnLine(from: start, to: member.range.lowerBound)..<end)
            if member.comma == nil, let comma = before.comma { bytes.remove(at: comma) }
        }
        return try checked(bytes, path, nil)
    }

    // MARK: Places

    /// The object that holds, or is to hold, the first key that is missing or the last of all.
    private func deepest(_ path: [String]) throws(ClientFileFault) -> (RelaxedOutline, ArraySlice<String>) {
        guard var outline = RelaxedOutline(of: document) else { throw ClientFileFault("holds no object") }
        var rest = path[...]
        while rest.count > 1, let member = outline.members.first(where: { $0.key == rest.first }) {
            guard let inner = RelaxedOutline(of: document, at: member.value.lowerBound) else {
                throw ClientFileFault("has something else than an object under \(member.key)")
            }
            outline = inner
            rest = rest.dropFirst()
        }
        return (outline, rest)
    }

    private func nested(_ keys: ArraySlice<String>, _ value: JSONValue) -> JSONValue {
        keys.reversed().reduce(value) { inner, key in .object([key: inner]) }
    }

    private func insert(_ key: String, _ value: JSONValue, into outline: RelaxedOutline, _ bytes: inout [UInt8]) {
        let name = JSONValue.string(key).text()
        guard let last = outline.members.last else {
            let inner = outline.range.lowerBound + 1..<outline.range.upperBound - 1
            let outer = style.indent(ofLineAt: outline.range.lowerBound)
            let indent = outer + style.unit
            let text = style.newline + indent + name + ": " + style.string(value, indent: indent)
            let isBlank = bytes[inner].allSatisfy { $0 <= 0x20 }
            bytes.replaceSubrange(
                isBlank ? inner : inner.lowerBound..<inner.lowerBound,
                with: Array((text + (isBlank ? style.newline + outer : "")).utf8)
            )
            return
        }
        let isOnLines = bytes[outline.range.lowerBound..<last.range.lowerBound].contains(0x0A)
        guard isOnLines else {
            let text = (last.comma == nil ? ", " : " ") + name + ": " + value.text()
            bytes.insert(contentsOf: Array(text.utf8), at: (last.comma ?? last.range.upperBound - 1) + 1)
            return
        }
        let indent = style.indent(ofLineAt: last.range.lowerBound)
        let text = style.newline + indent + name + ": " + style.string(value, indent: indent)
        let place = style.end(ofLineOf: (last.comma ?? last.range.upperBound - 1) + 1)
        bytes.insert(contentsOf: Array((text + (last.comma == nil ? "" : ",")).utf8), at: place)
        if last.comma == nil { bytes.insert(UInt8(ascii: ","), at: last.range.upperBound) }
    }

    /// Takes the white space out of an object that has become empty.
    private func close(_ outline: RelaxedOutline, removed: Int, _ bytes: inout [UInt8]) {
        let inner = outline.range.lowerBound + 1..<outline.range.upperBound - 1 - removed
        if bytes[inner].allSatisfy({ $0 <= 0x20 }) { bytes.removeSubrange(inner) }
    }

    /// Nothing is given out that does not say what it should, and beside it what it said before.
    private func checked(
        _ bytes: [UInt8],
        _ path: [String],
        _ value: JSONValue?
    ) throws(ClientFileFault) -> [UInt8] {
        let after = try RelaxedJSON(bytes).value
        guard after.member(at: path[...]) == value,
            after.without(path[...]) == document.value.without(path[...])
        else {
            throw ClientFileFault("is written in a way that cannot be changed safely: change it by hand")
        }
        return bytes
    }
}
