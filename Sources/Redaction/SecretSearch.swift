/// Finds known texts however they are dressed: plain, escaped, percent-encoded, Base64, hexadecimal, and in one another.
struct SecretSearch: Sendable, Hashable {
    /// A stretch of bytes that gives a secret away.
    struct Hit: Equatable {
        var range: Range<Int>
        var name: String
    }

    /// How many encodings around each other are looked through.
    private static let depth = 4

    private(set) var secrets: [DeclaredSecret]

    /// The longest secret comes first, so that one that contains another is named.
    init(_ secrets: [DeclaredSecret]) {
        self.secrets = secrets.sorted {
            ($0.value.count, $1.name) > ($1.value.count, $0.name)
        }
    }

    mutating func add(_ secret: DeclaredSecret) {
        self = SecretSearch(secrets + [secret])
    }

    /// Every stretch that has to go, in order and apart from each other.
    func hits(in bytes: [UInt8]) -> [Hit] {
        guard !secrets.isEmpty else { return [] }
        let found = hits(in: bytes, depth: 0)
        return found.sorted { ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count) }
            .reduce(into: []) { kept, hit in
                if let last = kept.last, last.range.upperBound > hit.range.lowerBound {
                    let end = max(last.range.upperBound, hit.range.upperBound)
                    kept[kept.count - 1].range = last.range.lowerBound..<end
                } else {
                    kept.append(hit)
                }
            }
    }

    private func hits(in bytes: [UInt8], depth: Int) -> [Hit] {
        let wanted = depth == 0 ? secrets : secrets.filter { !$0.isPlace }
        var found = wanted.flatMap { secret in
            ByteSearch.all(of: secret.value, in: bytes).map { Hit(range: $0, name: secret.name) }
        }
        let minimum = secrets.filter { !$0.isPlace }.map(\.value.count).min()
        guard depth < Self.depth, let minimum else { return found }
        for view in DecodedView.all(of: bytes, minimum: minimum) {
            found += hits(in: view.bytes, depth: depth + 1).map { Hit(range: view.source(of: $0.range), name: $0.name) }
        }
        return found
    }
}
