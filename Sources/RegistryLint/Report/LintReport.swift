import JSON
package import Registry

/// What was found in how many entries, ready to be written.
package struct LintReport: Sendable {
    /// Everything that was found, by file and line.
    package let faults: [RegistryFault]
    private let entryCount: Int

    /// Takes the findings, and in how many entries they were looked for.
    package init(faults: [RegistryFault], entryCount: Int) {
        self.faults = faults
        self.entryCount = entryCount
    }

    /// The number of findings that make the registry a bad one.
    package var errorCount: Int { faults.count { $0.severity == .error } }

    /// The number of findings that are merely advice.
    package var warningCount: Int { faults.count - errorCount }

    /// Everything as text, with a line break at the end.
    package func text(_ format: LintFormat) -> String {
        switch format {
        case .pretty: (faults.map(\.compilerLine) + [summary]).joined(separator: "\n") + "\n"
        case .json: json.text(.pretty) + "\n"
        case .github: faults.map { $0.annotation + "\n" }.joined() + summary + "\n"
        }
    }

    private var summary: String {
        let entries = Self.counted(entryCount, "entry", "entries")
        guard !faults.isEmpty else { return "nothing is wrong in \(entries)" }
        let errors = Self.counted(errorCount, "error", "errors")
        return "\(errors) and \(Self.counted(warningCount, "warning", "warnings")) in \(entries)"
    }

    private var json: JSONValue {
        [
            "entries": JSONValue(entryCount),
            "errors": JSONValue(errorCount),
            "warnings": JSONValue(warningCount),
            "faults": .array(faults.map(\.json)),
        ]
    }

    private static func counted(_ count: Int, _ one: String, _ many: String) -> String {
        "\(count) \(count == 1 ? one : many)"
    }
}

extension RegistryFault {
    fileprivate var thing: String {
        let words = [subject, path.tokens.isEmpty ? nil : path.fieldPath].compactMap(\.self).joined(separator: ".")
        return words.isEmpty ? "the file" : words
    }

    fileprivate var compilerLine: String {
        "\(file):\(line):\(column): \(severity.rawValue): \(thing) \(fault): \(fix) [\(rule)]"
    }

    /// A workflow command; what would end it early is escaped.
    fileprivate var annotation: String {
        let properties = [("file", file), ("line", "\(line)"), ("col", "\(column)"), ("title", rule)]
        let written = properties.map { "\($0)=\(Self.escaped($1, in: "%\r\n:,"))" }.joined(separator: ",")
        return "::\(severity.rawValue) \(written)::\(Self.escaped("\(thing) \(fault): \(fix)", in: "%\r\n"))"
    }

    private static func escaped(_ text: String, in reserved: String) -> String {
        let codes: [Character: String] = [
            "%": "%25", "\r": "%0D", "\n": "%0A", "\r\n": "%0D%0A", ":": "%3A", ",": "%2C",
        ]
        return text.reduce(into: "") { result, letter in
            result += (reserved.contains(letter) || letter == "\r\n" ? codes[letter] : nil) ?? String(letter)
        }
    }

    fileprivate var json: JSONValue {
        [
            "rule": .string(rule),
            "severity": .string(severity.rawValue),
            "file": .string(file),
            "line": JSONValue(line),
            "column": JSONValue(column),
            "entry": subject.map { .string($0) } ?? .null,
            "path": .string(path.text),
            "fault": .string(fault),
            "fix": .string(fix),
        ]
    }
}
