import JSON

/// Proves that no secret is left: encodes every known one in every way, and searches the finished text for them.
///
/// It knows nothing of how the scrubber works, so that a gap there shows here.
package struct Canary: Sendable {
    /// Where a secret was found; the secret itself is not said.
    package struct Survivor: Error, Sendable, Hashable, CustomStringConvertible {
        /// The name of the secret.
        package var name: String
        /// The line of the fixture, from 1.
        package var line: Int
        /// The place in that line; nil where it is in no single string.
        package var path: String?

        /// One sentence for whoever recorded it.
        package var description: String {
            "the secret \(name) is still in line \(line)" + (path.map { " at \($0)" } ?? "")
        }
    }

    private let secrets: [DeclaredSecret]

    /// Looks for these; folders are none.
    package init(_ secrets: [DeclaredSecret]) {
        self.secrets = secrets.filter { !$0.isPlace }
    }

    /// The first secret that is in the text, in any encoding; nil when there is none.
    package func survivor(in text: String) -> Survivor? {
        let bytes = Array(text.utf8)
        for secret in secrets {
            for spelling in Encodings.all(of: secret.value) {
                guard let place = ByteSearch.first(of: spelling, in: bytes[...]) else { continue }
                let line = bytes[..<place].count { $0 == 0x0A } + 1
                return Survivor(name: secret.name, line: line, path: path(of: spelling, in: bytes, line: line))
            }
        }
        let search = SecretSearch(secrets)
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            guard let hit = search.hits(in: Array(line)).first else { continue }
            return Survivor(name: hit.name, line: index + 1, path: nil)
        }
        return nil
    }

    private func path(of spelling: [UInt8], in bytes: [UInt8], line: Int) -> String? {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        // A line that is no JSON has no places.
        guard let value = try? JSONValue(parsing: lines[line - 1]) else { return nil }
        return Self.path(of: spelling, in: value, at: JSONPointer())?.text
    }

    private static func path(of spelling: [UInt8], in value: JSONValue, at place: JSONPointer) -> JSONPointer? {
        switch value {
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                if let found = path(of: spelling, in: element, at: place.appending(index)) { return found }
            }
        case .object(let object):
            for (key, member) in object {
                if let found = path(of: spelling, in: member, at: place.appending(key)) { return found }
            }
        default:
            if ByteSearch.first(of: spelling, in: value.utf8()[...]) != nil { return place }
        }
        return nil
    }
}
