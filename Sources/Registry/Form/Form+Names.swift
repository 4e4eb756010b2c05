import JSON

extension Form where Value == String {
    /// Names what is stable: integrations, servers, roles.
    static var identifier: Form {
        .text("small letters, digits and single hyphens", pattern: Spelling.identifierPattern, Spelling.isIdentifier)
    }

    /// Names an environment variable.
    static var variable: Form {
        .text("letters, digits and underscores", pattern: Spelling.variablePattern, Spelling.isVariable)
    }

    /// An absolute address, which may begin with a placeholder or hold some.
    static var address: Form {
        .text("an address that begins with https://", pattern: #"^(https?://|\$\{)[^ ]+$"#) { text in
            ["https://", "http://", "${"].contains { text.hasPrefix($0) && text.count > $0.count }
                && !text.contains(" ")
        }
    }
}

/// How names may be spelled.
enum Spelling {
    static let identifierPattern = "^[a-z0-9]+(-[a-z0-9]+)*$"
    static let variablePattern = "^[A-Za-z_][A-Za-z0-9_]*$"

    static func isIdentifier(_ text: String) -> Bool {
        !text.isEmpty
            && text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
                !part.isEmpty && part.utf8.allSatisfy { isSmallLetter($0) || isDigit($0) }
            }
    }

    static func isVariable(_ text: String) -> Bool {
        guard let first = text.utf8.first, !isDigit(first) else { return false }
        return text.utf8.allSatisfy { isSmallLetter($0 | 0x20) || isDigit($0) || $0 == UInt8(ascii: "_") }
    }

    private static func isSmallLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte }

    private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
}
