import JSON

/// Messages that were spread over several lines, which pretty-printing servers write.
enum WireFragments {
    private static let longestInLines = 400
    private static let longestInBytes = 256 << 10

    /// The ranges of lines that are no message one by one, and one together.
    static func ranges(in lines: [WireLine]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var index = 0
        while index < lines.count {
            if let end = end(of: lines, from: index) {
                ranges.append(index..<end)
                index = end
            } else {
                index += 1
            }
        }
        return ranges
    }

    private static func end(of lines: [WireLine], from start: Int) -> Int? {
        guard lines[start].isFragment, let first = lines[start].trimmed.first, "{[".utf8.contains(first) else {
            return nil
        }
        var text: [UInt8] = []
        for index in start..<min(lines.count, start + longestInLines) {
            guard lines[index].process == lines[start].process, lines[index].isFragmentInside else {
                return nil
            }
            text += lines[index].beginning + [0x0A]
            guard text.count <= longestInBytes else {
                return nil
            }
            if let last = lines[index].trimmed.last, "}]".utf8.contains(last), isMessage(text), index > start {
                return index + 1
            }
        }
        return nil
    }

    private static func isMessage(_ text: [UInt8]) -> Bool {
        // What does not parse is no message: that is the question here.
        guard let value = try? JSONValue(parsing: text) else {
            return false
        }
        return value["jsonrpc"] != nil || value[0]?["jsonrpc"] != nil
    }
}

extension WireLine {
    /// The kept bytes without white space around them.
    fileprivate var trimmed: ArraySlice<UInt8> {
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        return beginning.drop(while: isSpace).reversed().drop(while: isSpace).reversed()[...]
    }

    fileprivate var isFragment: Bool {
        if case .notJSON = content {
            return true
        }
        return false
    }

    /// Inside a spread message a line may be anything, JSON by chance or blank included.
    fileprivate var isFragmentInside: Bool {
        guard size == beginning.count else {
            return false
        }
        return WireMessage.messages(in: self).allSatisfy { $0.object["jsonrpc"] == nil }
    }
}
