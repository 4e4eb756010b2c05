/// What the command line says.
struct Arguments {
    var section: String?
    var wantsJSON: Bool
    var allowsMissingPeers: Bool
    var rounds: Int
    /// Of one run of one contender.
    var time: Duration
    var binaries: String
    /// The folder with the virtual environments of peers; nil for none.
    var peers: String?
    var directory: String
    /// One contender, or one neighbour, only; for a profiler.
    var only: String?
    /// One cell only.
    var cell: String?

    init(_ words: [String]) {
        section = words.dropFirst().first.flatMap { $0.hasPrefix("-") ? nil : $0 }
        wantsJSON = words.contains("--json")
        allowsMissingPeers = words.contains("--allow-missing-peers")
        rounds = words.contains("--quick") ? 1 : 3
        time = words.contains("--quick") ? .milliseconds(500) : .seconds(1)
        binaries = Self.value(after: "--binaries", in: words) ?? ".build/release"
        peers = Self.value(after: "--peers", in: words)
        directory = Self.value(after: "--directory", in: words) ?? "Benchmarks"
        only = Self.value(after: "--only", in: words)
        cell = Self.value(after: "--cell", in: words)
    }

    func wants(_ section: String) -> Bool { self.section == nil || self.section == section }

    func program(_ name: String) -> String { "\(binaries)/\(name)" }

    private static func value(after flag: String, in words: [String]) -> String? {
        guard let place = words.firstIndex(of: flag), place + 1 < words.count else { return nil }
        return words[place + 1]
    }
}
