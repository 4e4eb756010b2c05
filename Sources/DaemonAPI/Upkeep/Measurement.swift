/// One number for `GET /metrics`.
package struct Measurement: Sendable, Hashable {
    /// How a number behaves over time.
    package enum Kind: String, Sendable, Hashable {
        /// It only grows.
        case counter
        /// It goes up and down.
        case gauge
    }

    /// With the prefix `openwork_`, and for counters `_total` at its end.
    package var name: String
    /// What it says, in one line.
    package var help: String
    /// How it behaves.
    package var kind: Kind
    /// Tell numbers of one name apart; never secrets, never anything without bound.
    package var labels: [(name: String, value: String)]
    /// The number.
    package var value: Double

    /// A number.
    package init(
        _ name: String,
        _ kind: Kind,
        help: String,
        labels: [(name: String, value: String)] = [],
        value: Double
    ) {
        self.name = name
        self.kind = kind
        self.help = help
        self.labels = labels
        self.value = value
    }

    package static func == (left: Measurement, right: Measurement) -> Bool {
        left.name == right.name && left.value == right.value && left.kind == right.kind && left.help == right.help
            && left.labels.elementsEqual(right.labels) { $0 == $1 }
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(value)
    }
}
