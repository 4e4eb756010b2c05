import DaemonAPI

/// The text format of Prometheus, version 0.0.4.
enum MetricsText {
    static let type = "text/plain; version=0.0.4; charset=utf-8"

    /// Numbers of one name stand together, under one line of help, in the order in which the names came first.
    static func write(_ measurements: [Measurement]) -> String {
        var order: [String] = []
        var families: [String: [Measurement]] = [:]
        for measurement in measurements {
            if families[measurement.name] == nil { order.append(measurement.name) }
            families[measurement.name, default: []].append(measurement)
        }
        return order.map { name in
            let family = families[name] ?? []
            guard let first = family.first else { return "" }
            let head = "# HELP \(name) \(escaped(first.help))\n# TYPE \(name) \(first.kind.rawValue)\n"
            return head + family.map(line).joined()
        }.joined()
    }

    private static func line(_ measurement: Measurement) -> String {
        let labels = measurement.labels.map { "\($0.name)=\"\(escaped($0.value).replacing("\"", with: "\\\""))\"" }
        let words = labels.isEmpty ? "" : "{" + labels.joined(separator: ",") + "}"
        return "\(measurement.name)\(words) \(text(measurement.value))\n"
    }

    private static func text(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value > 0 ? "+Inf" : "-Inf" }
        return value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    }
}
