import JSON
import MCP

/// A request that the fixture does not have, and what to tell the client that made it.
struct MissingCue {
    private let cues: [Cue]
    private let form: RequestForm

    init(_ book: CueBook, _ form: RequestForm) {
        cues = book.cues.filter { $0.id != nil }
        self.form = form
    }

    /// Names the nearest recorded request and how it differs.
    var error: ErrorObject {
        if let modern = modernOnly { return modern }
        let same = cues.filter { $0.form.method == form.method }
        let compared = same.map { cue in
            (cue, JSONValue.object(cue.form.params).differences(to: .object(form.params)))
        }
        guard let (nearest, differences) = compared.min(by: { $0.1.count < $1.1.count }) else {
            let methods = cues.map(\.form.method).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            return ErrorObject(
                .methodNotFound,
                "replay: \(form.method) is not in this fixture, which has \(methods.joined(separator: ", "))"
            )
        }
        let texts = differences.prefix(3).map { Self.shortened($0.description) }
        let more = differences.count > 3 ? " and \(differences.count - 3) more" : ""
        return ErrorObject(
            .invalidParams,
            "replay: \(form.method) is not recorded with these parameters; from the nearest recorded one "
                + "(line \(nearest.line) of the fixture) they differ in: \(texts.joined(separator: "; "))\(more)",
            data: [
                "nearest": ["line": .number(JSONNumber(nearest.line)), "params": .object(nearest.form.params)],
                "differences": .array(texts.map { .string($0) }),
            ]
        )
    }

    /// A client of the legacy era that meets a recording of the modern one learns the revisions it was made in.
    private var modernOnly: ErrorObject? {
        guard form.method == "initialize", !cues.contains(where: { $0.form.method == "initialize" }) else { return nil }
        let spoken = cues.compactMap { $0.params?["_meta"]?[MetaKey.protocolVersion]?.stringValue }
        let revisions = Set(spoken).compactMap(ProtocolRevision.init(rawValue:)).sorted(by: >)
        guard !revisions.isEmpty else { return nil }
        return .unsupportedVersion(form.params["protocolVersion"]?.stringValue ?? "", supported: revisions)
    }

    private static func shortened(_ text: String) -> String {
        text.count > 200 ? text.prefix(200) + "…" : text
    }
}
