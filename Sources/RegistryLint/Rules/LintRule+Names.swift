import JSON
import Registry
import Wording

extension LintRule {
    /// A name that leads nowhere leaves a hole in a command line or a header.
    static let names = LintRule(
        "REG-VARIABLE",
        "Every variable that is named is one that the server takes."
    ) { subject in
        subject.servers.flatMap { item in
            let known = item.fields.map(\.name)
            let shared = subject.entry.configSchema.map(\.name)
            let used = item.placeholders.flatMap { text, place in
                placeholders(in: text).filter { !known.contains($0) }.map { ($0, place, known) }
            }
            let taken = (item.server.variables ?? []).enumerated().filter { !shared.contains($0.element) }.map {
                ($0.element, item.place.appending("env").appending($0.offset), shared)
            }
            let auth = item.server.auth == nil ? JSONPointer(tokens: ["auth"]) : item.place.appending("auth")
            let sets = subject.entry.auth(of: item.server).alternatives.enumerated().flatMap { index, names in
                names.enumerated().filter { !known.contains($0.element) }.map {
                    ($0.element, auth.appending("alternatives").appending(index).appending($0.offset), known)
                }
            }
            return (used + taken + sets).map { name, place, known in
                let nearest = NearestName.of(name, among: known).map { "did you mean \($0)?" }
                return EntryFault(
                    place,
                    "names \(name), which is not configured for this server",
                    fix: nearest ?? "describe it in configSchema, or take it out"
                )
            }
        }
    }

    /// The names between `${` and `}`.
    static func placeholders(in text: String) -> [String] {
        text.split(separator: "${", omittingEmptySubsequences: false).dropFirst().compactMap { part in
            part.firstIndex(of: "}").map { String(part[..<$0]) }
        }
    }
}

extension LintSubject.Server {
    /// Every text in which a configured value may stand, with its place.
    fileprivate var placeholders: [(String, JSONPointer)] {
        let arguments = server.arguments.enumerated().map { index, argument in
            (argument, place.appending("arguments").appending(index))
        }
        let environment = server.environment.map { ($0.value, place.appending("environment").appending($0.key)) }
        let headers = server.headers.map { ($0.value, place.appending("headers").appending($0.key)) }
        let url = server.url.map { ($0, place.appending("url")) }
        let probed = (probe?.arguments ?? [:]).compactMap { key, value in
            value.stringValue.map { ($0, probePlace.appending("arguments").appending(key)) }
        }
        let sorted = environment.sorted { $0.0 < $1.0 } + headers.sorted { $0.0 < $1.0 }
        return arguments + sorted + [url].compactMap(\.self) + probed
    }
}
