package import JSON

/// A tool that may serve as the probe of an entry, with what speaks for and against it.
package struct ProbeCandidate: Sendable, Hashable {
    /// Its name.
    package let tool: String
    /// Arguments to try it with.
    package let arguments: JSONObject
    /// Required arguments for which somebody has to give a value.
    package let missing: [String]
    /// Whether the server itself says that it changes nothing.
    package let isReadOnly: Bool
    /// Whether nothing suggests that it changes anything, and something that it only reads.
    package let looksHarmless: Bool
    /// What was found, in a few words each.
    package let reasons: [String]
    let score: Int

    /// Everything that a server lists, the best probe first.
    package static func ranked(_ tools: [JSONValue]) -> [ProbeCandidate] {
        tools.compactMap { ProbeCandidate($0) }.enumerated().sorted {
            ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
        }
        .map(\.element)
    }

    private init?(_ tool: JSONValue) {
        guard let name = tool["name"]?.stringValue else { return nil }
        let hints = tool["annotations"]
        let words = ToolWords(name)
        let sample = SampleArguments(tool["inputSchema"] ?? [:])
        var reasons: [String] = []
        var score = 0
        func note(_ weight: Int, _ reason: String, if holds: Bool) {
            guard holds else { return }
            score += weight
            reasons.append(reason)
        }
        let saysReadOnly = hints?["readOnlyHint"]?.boolValue
        let saysDestructive = hints?["destructiveHint"]?.boolValue ?? false
        note(40, "says that it only reads", if: saysReadOnly == true)
        note(-100, "says that it changes something", if: saysReadOnly == false)
        note(-100, "says that it may destroy something", if: saysReadOnly != true && saysDestructive)
        note(20, "its name reads", if: words.reads)
        note(-60, "its name changes something", if: words.writes && saysReadOnly != true)
        note(30, "is about whoever asks", if: words.isAboutOneself && words.reads)
        let required = tool["inputSchema"]?["required"]?.arrayValue?.count ?? 0
        note(15, "needs no arguments", if: required == 0)
        note(-3 * required, "needs \(required) argument\(required == 1 ? "" : "s")", if: required > 0)
        note(-25 * sample.missing.count, "give \(sample.missing.joined(separator: ", "))", if: !sample.missing.isEmpty)
        self.tool = name
        arguments = sample.values
        missing = sample.missing
        isReadOnly = saysReadOnly == true
        looksHarmless = isReadOnly || words.reads && !words.writes && saysReadOnly == nil && !saysDestructive
        self.reasons = reasons
        self.score = score
    }
}
