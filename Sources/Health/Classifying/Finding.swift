/// What one way of judging made of a contact, before it is decided which one counts.
struct Finding: Sendable {
    /// How far a finding can be trusted against others.
    enum Weight: Int, Sendable, Comparable {
        /// Says that something is wrong and hardly what.
        case vague
        /// The usual meaning, which an entry may know better.
        case usual
        /// Cannot mean anything else.
        case definite

        static func < (left: Weight, right: Weight) -> Bool { left.rawValue < right.rawValue }
    }

    var code: OutcomeCode
    var weight: Weight
    var basis: Basis
    var marks: [(name: String, value: String)] = []
    var retryAfter: Duration?
    var scopes: [String] = []
    var isLogin = false
    var proof = Outcome.Proof.nothing

    init(_ code: OutcomeCode, _ weight: Weight, _ basis: Basis = .structure) {
        self.code = code
        self.weight = weight
        self.basis = basis
    }

    func marked(_ name: String, _ value: String) -> Finding {
        var copy = self
        copy.marks.append((name: name, value: value))
        return copy
    }
}
