import Conformance
import JSON

/// A value of a report with its place, so that a fault can name it.
struct ReportNode {
    let value: JSONValue
    let place: String

    init(_ value: JSONValue, _ place: String) {
        self.value = value
        self.place = place
    }

    func text(_ key: String) throws(ReportFault) -> String {
        guard let text = value[key]?.stringValue else { throw wrong(key, "a text") }
        return text
    }

    func count(_ key: String) throws(ReportFault) -> Int {
        guard let count = value[key]?.intValue else { throw wrong(key, "a whole number") }
        return count
    }

    func list(_ key: String) throws(ReportFault) -> [ReportNode] {
        guard let list = value[key]?.arrayValue else { throw wrong(key, "an array") }
        return list.enumerated().map { ReportNode($0.element, "\(path(key))[\($0.offset)]") }
    }

    func choice<Value>(_ key: String, _ make: (String) -> Value?) throws(ReportFault) -> Value {
        guard let choice = make(try text(key)) else { throw wrong(key, "a word that this version knows") }
        return choice
    }

    func child(_ key: String) -> ReportNode? {
        value[key].flatMap { $0.objectValue == nil ? nil : ReportNode($0, path(key)) }
    }

    func texts(_ key: String) -> [String] {
        (value[key]?.arrayValue ?? []).compactMap(\.stringValue)
    }

    func duration(_ key: String) -> Duration {
        .milliseconds(Int64(value[key]?.intValue ?? 0))
    }

    private func path(_ key: String) -> String { place.isEmpty ? key : "\(place).\(key)" }

    private func wrong(_ key: String, _ wanted: String) -> ReportFault {
        let seen = value[key].map { "is \($0.text().prefix(60))" } ?? "is missing"
        return ReportFault("\(path(key)) \(seen): \(wanted) is needed")
    }
}

extension [ReportNode] {
    func mapped<Value>(_ make: (ReportNode) throws(ReportFault) -> Value) throws(ReportFault) -> [Value] {
        var values: [Value] = []
        for node in self { values.append(try make(node)) }
        return values
    }
}
