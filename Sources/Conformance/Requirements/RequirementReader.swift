import MCP

/// Reads the written form of requirements, one block at a time.
struct RequirementReader {
    /// What is wrong with a block, with its first line.
    struct Fault: Error, Hashable, CustomStringConvertible {
        let description: String
    }

    /// Reads one block.
    static func requirement(in block: Substring) throws(Fault) -> Requirement {
        var reader = RequirementReader()
        for line in block.split(separator: "\n") {
            reader.read(line)
        }
        return try reader.finished()
    }

    private var head: [Substring] = []
    private var places: [ProtocolRevision: String] = [:]
    private var sentence: [Substring] = []
    private var checks: [CheckID] = []
    private var tests: [String] = []
    private var reason: [String] = []
    private var scenarios: [String] = []

    private mutating func read(_ line: Substring) {
        let words = line.split(separator: " ")
        guard !head.isEmpty, let keyword = words.first else {
            head = words
            return
        }
        let rest = words.dropFirst().map(String.init)
        switch keyword {
        case "at":
            let revision = rest.first.flatMap(ProtocolRevision.init(rawValue:))
            places[revision ?? .november2024] = rest.last
        case "check": checks += rest.map(CheckID.init(rawValue:))
        case "test": tests += rest
        case "why": reason.append(rest.joined(separator: " "))
        case "scenario": scenarios += rest
        default: sentence.append(line)
        }
    }

    private func finished() throws(Fault) -> Requirement {
        guard head.count == 4, let level = RequirementLevel(rawValue: String(head[1])),
            let party = RequirementParty(rawValue: String(head[2]))
        else {
            throw Fault(description: "\(head.joined(separator: " ")): write id, level, party and revisions")
        }
        let dates = head[3].split(separator: ".").compactMap { ProtocolRevision(rawValue: String($0)) }
        guard let first = dates.first, let last = dates.last, first <= last, !places.isEmpty, !sentence.isEmpty else {
            throw Fault(description: "\(head[0]): revisions, a place or a sentence are missing")
        }
        return Requirement(
            id: String(head[0]),
            level: level,
            party: party,
            revisions: first...last,
            places: places,
            sentence: sentence.joined(separator: " "),
            checks: checks,
            tests: tests,
            reason: reason.isEmpty ? nil : reason.joined(separator: " "),
            scenarios: scenarios
        )
    }
}
