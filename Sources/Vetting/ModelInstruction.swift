import JSON

/// Finds orders to a model in what should describe a tool: to forget its rules, to hide something, to hand over secrets.
package enum ModelInstruction {
    /// The words that are such an order; nil when there are none.
    package static func find(in text: String) -> String? {
        if let mark = Self.mark(in: text) { return "“\(mark)”, as if somebody else were speaking" }
        let words = WordPattern.words(of: text)
        for place in words.indices {
            for pattern in Self.byOpening[words[place]] ?? [] {
                guard let end = pattern.end(in: words, from: place), !isSafeguard(words, before: place) else {
                    continue
                }
                let said = words[place..<end].filter { $0 != "." }.joined(separator: " ")
                return "“\(said)”, which orders the model about"
            }
        }
        return secretFile(in: text, words)
    }

    /// Whether the user is to be asked first, as in “confirm with the user before using any tool”.
    private static func isSafeguard(_ words: [String], before place: Int) -> Bool {
        guard words[place] == "before" else { return false }
        let lead = words[..<place].suffix(6).reversed().prefix { $0 != "." }
        return lead.contains { ["user", "human", "operator"].contains($0) }
            && lead.contains { ["confirm", "ask", "confirmation", "permission", "approval", "consent"].contains($0) }
    }

    private static let patterns: [WordPattern] = [
        // To forget what it was told.
        "ignore|disregard|forget|override|bypass +2 previous|prior|above|earlier|preceding|other|all|your "
            + "+2 instructions|instruction|prompt|prompts|rules|guidelines|directives|directions",
        "new|updated|real|actual instructions +2 for|to +1 assistant|model|ai|agent|llm",
        // To hide something from the user.
        "not|never|without|avoid +1 tell|telling|inform|informing|notify|notifying|alert|alerting "
            + "+2 user|users|human|humans|anyone|operator about|that|this|of|it|what|why|how|.",
        "not|never|without|avoid +1 let|letting +2 user|users|human|humans|anyone|operator know|see|notice",
        "not|never|without|avoid mention|mentioning +5 to +2 user|users|human|humans|anyone|operator",
        "secretly|silently|covertly|discreetly send|sends|forward|forwards|copy|copies|upload|uploads|post|posts|include"
            + "|includes|append|appends|attach|attaches|read|reads|pass|passes|add|adds|bcc|bccs",
        // To come before, or instead of, everything else.
        "before +1 using|calling|invoking|running|executing +1 any|every|all|each +2 tool|tools",
        "not|never +1 use|call|invoke +1 any +2 other +1 tool|tools",
        // To hand over what was said.
        "include|send|pass|put|append|attach|forward|copy|provide|reveal|repeat|print +4 system +1 prompt|message",
        "include|send|pass|put|append|attach|forward|copy|paste +3 entire|full|whole|complete|all "
            + "+2 conversation|chat|dialogue|context",
    ].map { WordPattern($0) }

    private static let byOpening: [String: [WordPattern]] = patterns.reduce(into: [:]) { table, pattern in
        for word in pattern.openings { table[word, default: []].append(pattern) }
    }

    // MARK: Other voices

    private static let marks = [
        "<important>", "<system>", "<system-", "<system_", "<assistant>", "<instruction>", "<instructions>", "<secret>",
        "<<sys>>", "[inst]", "<|im_start|>", "<|system|>", "<|user|>", "<|assistant|>", "<|endoftext|>",
    ]

    private static func mark(in text: String) -> String? {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "[") }) else { return nil }
        let lower = text.lowercased()
        return marks.first { lower.holds($0) }
    }

    // MARK: Files that hold secrets

    private static let files = [
        "~/.ssh", ".ssh/", "id_rsa", "id_ed25519", "/etc/passwd", "/etc/shadow", ".aws/credentials", ".netrc",
        ".bash_history", "mcp.json", "claude_desktop_config", ".env", ".npmrc", ".kube/config", ".git-credentials",
    ]
    private static let taking: Set<String> = [
        "read", "open", "cat", "include", "attach", "send", "upload", "pass", "contents", "content", "copy", "paste",
    ]

    /// Such a file is only named by somebody who explains a setting; here it is to be taken.
    private static func secretFile(in text: String, _ words: [String]) -> String? {
        let lower = text.lowercased()
        for file in files {
            guard lower.holds(file), let place = lower.firstRange(of: file), isWhole(file, lower, place) else {
                continue
            }
            let before = WordPattern.words(of: String(lower[..<place.lowerBound])).suffix(7)
            guard let start = before.lastIndex(where: taking.contains), !before[start...].contains(".") else {
                continue
            }
            return "“\(before[start...].joined(separator: " ")) \(file)”, a file that holds secrets"
        }
        return nil
    }

    private static func isWhole(_ file: String, _ text: String, _ place: Range<String.Index>) -> Bool {
        guard file.last?.isLetter ?? false, place.upperBound < text.endIndex else { return true }
        let next = text[place.upperBound]
        return !(next.isLetter || next.isNumber)
    }
}
