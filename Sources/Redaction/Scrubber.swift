/// Takes secrets out of everything that a fixture is made of, and remembers what it took for what.
///
/// Declared secrets go in every encoding; what looks like a credential goes too, and is looked for from then on. The
/// same secret always becomes the same placeholder.
package struct Scrubber: Sendable {
    /// How many credentials are remembered that nobody declared.
    private static let learnedLimit = 1_000

    private(set) var search: SecretSearch
    private let options: ScrubOptions
    private var learned: [[UInt8]: String] = [:]
    private var numbers: [String: Int] = [:]
    private var known: [[UInt8]: String] = [:]

    /// How often each placeholder was put in.
    package private(set) var redactions: [String: Int] = [:]

    /// Starts with what is known to be secret.
    package init(_ secrets: [DeclaredSecret] = [], options: ScrubOptions = ScrubOptions()) {
        search = SecretSearch(secrets)
        self.options = options
    }

    /// Whether something was found in a place that may have gone by elsewhere before.
    package var hasLearned: Bool { !learned.isEmpty }

    /// Everything that must not be in a fixture: what was declared and what was found.
    package var knownSecrets: [DeclaredSecret] { search.secrets.filter { !$0.isPlace } }

    /// The text without secrets; most often the text itself.
    package mutating func text(_ text: String) -> String {
        var bytes = Array(text.utf8)
        guard bytes.count >= DeclaredSecret.minimumBytes else { return text }
        var hasChanged = false
        let hits = search.hits(in: bytes).map { ($0.range, $0.name) }
        if !hits.isEmpty {
            bytes = replacing(hits, in: bytes)
            hasChanged = true
        }
        let finds = CredentialFinder.finds(in: bytes).map { find in
            (find.range, find.isCertain ? learn(bytes[find.range], as: find.name) : find.name)
        }
        if !finds.isEmpty {
            bytes = replacing(finds, in: bytes)
            hasChanged = true
        }
        for (find, name) in personalFinders {
            let places = find(bytes).map { ($0, number(bytes[$0], as: name)) }
            guard !places.isEmpty else { continue }
            bytes = replacing(places, in: bytes)
            hasChanged = true
        }
        return hasChanged ? String(decoding: bytes, as: UTF8.self) : text
    }

    /// Puts a placeholder where a whole value has to go, whatever it is.
    package mutating func placeholder(for name: String) -> String {
        let placeholder = Placeholder.text(name)
        redactions[placeholder, default: 0] += 1
        return placeholder
    }

    /// Looks for a value everywhere from now on.
    /// - Returns: its name.
    mutating func learn(_ value: some Collection<UInt8>, as kind: String) -> String {
        let value = Array(value)
        if let name = learned[value] { return name }
        let name = number(value[...], as: kind)
        guard value.count >= 8, learned.count < Self.learnedLimit else { return name }
        learned[value] = name
        search.add(DeclaredSecret(learned: name, value))
        return name
    }

    /// Forgets how often, before everything is scrubbed once more.
    mutating func startOver() {
        redactions = [:]
    }

    /// The same value gets the same number.
    private mutating func number(_ value: ArraySlice<UInt8>, as kind: String) -> String {
        let key = Array(kind.utf8) + [0] + value
        if let name = known[key] { return name }
        let number = numbers[kind, default: 0] + 1
        numbers[kind] = number
        let name = "\(kind)-\(number)"
        known[key] = name
        return name
    }

    private typealias Finding = ([UInt8]) -> [Range<Int>]

    private var personalFinders: [(find: Finding, name: String)] {
        var finders: [(Finding, String)] = []
        if options.removesEmails { finders.append((PersonalDataFinder.emails, "email")) }
        if options.removesIdentifiers { finders.append((PersonalDataFinder.identifiers, "id")) }
        return finders
    }

    private mutating func replacing(_ places: [(Range<Int>, String)], in bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        for (range, name) in places {
            result += bytes[index..<range.lowerBound]
            result += placeholder(for: name).utf8
            index = range.upperBound
        }
        return result + bytes[index...]
    }
}
