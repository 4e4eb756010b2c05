import Wording

/// The settings of one fault, checked against its form and completed with the defaults.
struct FaultArguments: Sendable, Hashable {
    /// The fault as it was written, for messages.
    let written: String
    private var durations: [String: Duration] = [:]
    private var counts: [String: Int] = [:]
    private var texts: [String: String] = [:]

    /// Fails when a value is not what its parameter takes, or a parameter without a default has none.
    init(_ values: [String: String], for parameters: [FaultParameter], written: String) throws(MockFaultError) {
        self.written = written
        for parameter in parameters {
            guard let value = values[parameter.name] ?? parameter.initial else { continue }
            texts[parameter.name] = value
            switch parameter.kind {
            case .text, .rest: continue
            case .duration: durations[parameter.name] = Duration(writtenAs: value)
            case .count: counts[parameter.name] = Int(writtenAsCount: value)
            case .integer: counts[parameter.name] = Int(value)
            }
            guard durations[parameter.name] != nil || counts[parameter.name] != nil else {
                throw MockFaultError(
                    written: written,
                    message: "\(parameter.name) is '\(value)': write \(parameter.kind.example)"
                )
            }
        }
    }

    func duration(_ name: String) -> Duration {
        durations[name] ?? .zero
    }

    func count(_ name: String) -> Int {
        counts[name] ?? 0
    }

    func text(_ name: String) -> String {
        texts[name] ?? ""
    }

    /// Nil when neither written nor given a default.
    func optional(_ name: String) -> String? {
        texts[name]
    }
}
