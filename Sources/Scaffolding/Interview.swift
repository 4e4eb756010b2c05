package import JSON

/// The questions that `init` asks a person, one after the other; what was said by flags is not asked again.
package struct Interview: Sendable {
    /// What there is to ask.
    package enum Topic: Sendable, Hashable {
        case id, name, summary, credentials, probe, arguments
    }

    /// One question.
    package struct Question: Sendable, Hashable {
        /// What it is about.
        package var topic: Topic
        /// Lines to show before it, such as what there is to choose from.
        package var lead: [String]
        /// The question itself.
        package var prompt: String
        /// What an empty answer means; nil for nothing.
        package var usual: String?
    }

    /// What is known so far; nil where it has to be asked.
    package struct Answers: Sendable, Hashable {
        /// The id of the entry.
        package var id: String?
        /// What people call it.
        package var name: String?
        /// A sentence about it; empty for none.
        package var summary: String?
        /// Variables that hold a credential.
        package var credentials: [String]?
        /// The tool that proves it works; empty for none.
        package var probe: String?
        /// What to call it with.
        package var arguments: JSONObject?

        /// Nothing is known.
        package init() {}
    }

    /// What is known so far.
    package private(set) var answers: Answers
    private let suggestedName: String
    private let suggestedCredentials: [String]
    private let candidates: [ProbeCandidate]

    /// Begins with what flags said; credentials are suggested where something was given that is probably one.
    package init(
        _ answers: Answers,
        suggestedName: String,
        suggestedCredentials: [String] = [],
        candidates: [ProbeCandidate]
    ) {
        self.answers = answers
        self.suggestedName = suggestedName
        self.suggestedCredentials = suggestedCredentials
        self.candidates = candidates
    }

    /// What to ask now; nil when everything is known.
    package var question: Question? {
        if answers.id == nil {
            return Question(topic: .id, lead: [], prompt: "id", usual: EntryDraft.identifier(from: suggestedName))
        }
        if answers.name == nil {
            let usual = EntryDraft.title(from: suggestedName)
            return Question(topic: .name, lead: [], prompt: "name for people", usual: usual)
        }
        if answers.summary == nil {
            let prompt = "what agents do with it, in a sentence of your own (empty: later)"
            return Question(topic: .summary, lead: [], prompt: prompt, usual: "")
        }
        if answers.credentials == nil {
            let isGiven = !suggestedCredentials.isEmpty
            let prompt = "variables that hold a credential" + (isGiven ? "" : " (empty: it needs none)")
            return Question(
                topic: .credentials,
                lead: [],
                prompt: prompt,
                usual: suggestedCredentials.joined(separator: " ")
            )
        }
        guard let probe = answers.probe else { return probeQuestion }
        guard answers.arguments == nil, !probe.isEmpty else { return nil }
        let sample = candidate(probe).map { JSONValue.object($0.arguments).text() } ?? "{}"
        let missing = candidate(probe)?.missing ?? []
        let lead = missing.isEmpty ? [] : ["\(probe) needs a value for \(missing.joined(separator: ", "))"]
        return Question(topic: .arguments, lead: lead, prompt: "arguments of \(probe)", usual: sample)
    }

    /// What is known when nobody can be asked: a tool is taken only where its server says that it changes nothing.
    package var unasked: Answers {
        var answers = answers
        answers.id = answers.id ?? EntryDraft.identifier(from: suggestedName)
        answers.name = answers.name ?? EntryDraft.title(from: suggestedName)
        answers.credentials = answers.credentials ?? suggestedCredentials
        let best = candidates.first { $0.isReadOnly && $0.missing.isEmpty }
        let probe = answers.probe ?? best?.tool ?? ""
        answers.probe = probe.isEmpty || candidate(probe) == nil ? "" : probe
        answers.arguments = answers.arguments ?? candidate(probe)?.arguments ?? [:]
        return answers
    }

    /// Takes an answer to the question at hand; gives what is wrong with it, or nil.
    package mutating func answer(_ text: String) -> String? {
        guard let question else { return nil }
        let text = text.isEmpty ? question.usual ?? "" : text
        switch question.topic {
        case .id:
            guard EntryDraft.identifier(from: text) == text || Self.isIdentifier(text) else {
                return "an id has small letters, digits and hyphens, such as \(EntryDraft.identifier(from: text))"
            }
            answers.id = text
        case .name: answers.name = text
        case .summary: answers.summary = text
        case .credentials:
            let names = text.split { " ,".contains($0) }.map(String.init)
            if let bad = names.first(where: { !Self.isVariable($0) }) {
                return "\(bad) is no name of a variable: letters, digits and underscores"
            }
            answers.credentials = names
        case .probe: return choose(text)
        case .arguments:
            // Why it is none is said in the next line.
            guard let object = (try? JSONValue(parsing: text))?.objectValue else {
                return "that is no JSON object: write one, as in {\"limit\": 1}"
            }
            let missing = (candidate(answers.probe ?? "")?.missing ?? []).filter { object[$0] == nil }
            guard missing.isEmpty else { return "\(missing.joined(separator: ", ")) has to be given" }
            answers.arguments = object
        }
        return nil
    }

    private var probeQuestion: Question {
        let shown = candidates.prefix(8)
        let width = shown.map(\.tool.count).max() ?? 0
        let lead =
            ["Which call shows that it works? It is made every few minutes, so it must change nothing."]
            + shown.enumerated().map { index, candidate in
                let name = candidate.tool + String(repeating: " ", count: width - candidate.tool.count)
                return "  \(index + 1)  \(name)  \(candidate.reasons.joined(separator: ", "))"
            } + (candidates.count > 8 ? ["     and \(candidates.count - 8) more, by name"] : [])
        let best = candidates.first.flatMap { $0.looksHarmless ? "1" : nil }
        return Question(topic: .probe, lead: lead, prompt: "number or name (-: none)", usual: best ?? "-")
    }

    private mutating func choose(_ text: String) -> String? {
        if text == "-" {
            answers.probe = ""
            answers.arguments = [:]
            return nil
        }
        let chosen = Int(text).flatMap { candidates.indices.contains($0 - 1) ? candidates[$0 - 1] : nil }
        guard let chosen = chosen ?? candidate(text) else { return "the server lists no \(text)" }
        answers.probe = chosen.tool
        return nil
    }

    private func candidate(_ name: String) -> ProbeCandidate? { candidates.first { $0.tool == name } }

    private static func isIdentifier(_ text: String) -> Bool {
        let isKnown: (Character) -> Bool = { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
        return !text.isEmpty && text.first != "-" && text.allSatisfy(isKnown)
    }

    private static func isVariable(_ text: String) -> Bool {
        text.first.map { !$0.isNumber } ?? false
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    }
}
