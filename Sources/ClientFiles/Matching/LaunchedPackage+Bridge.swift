import Registry

extension LaunchedPackage {
    /// The address behind a package that only passes on to a remote server; nil for every other.
    var bridgedAddress: String? {
        guard kind == .npm, name == "mcp-remote" else { return nil }
        return arguments.first { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
    }

    /// The header fields that it sends there.
    var bridgedFields: [String: String] {
        var fields: [String: String] = [:]
        for (index, word) in arguments.enumerated() where word == "--header" {
            guard let text = arguments[safe: index + 1], let sign = text.firstIndex(of: ":") else { continue }
            fields[String(text[..<sign])] = String(text[text.index(after: sign)...].drop { $0 == " " })
        }
        return fields
    }
}
