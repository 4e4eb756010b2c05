import Wording

/// The part of a fault behind its name, taken apart: `=2s,jitter=500ms` or `@byte=120`.
struct FaultSettings {
    /// Values by parameter, as they were written.
    private(set) var values: [String: String] = [:]

    /// Fails on a parameter that the form does not have, and on one without a value.
    init(_ text: Substring, of form: FaultForm, written: String) throws(MockFaultError) {
        let known = form.allParameters
        var rest = text
        while let separator = rest.first {
            rest = rest.dropFirst()
            let name: String
            if separator == "=" {
                guard let main = form.parameters.first else {
                    throw MockFaultError(written: written, message: "\(form.name) takes no value: leave out '=\(rest)'")
                }
                name = main.name
            } else {
                let end = rest.firstIndex { $0 == "=" || $0 == "," } ?? rest.endIndex
                name = String(rest[..<end])
                guard end < rest.endIndex, rest[end] == "=" else {
                    throw MockFaultError(written: written, message: "\(name) has no value: write \(name)=…")
                }
                rest = rest[rest.index(after: end)...]
            }
            guard let parameter = known.first(where: { $0.name == name }) else {
                let nearest = NearestName.of(name, among: known.map(\.name))
                throw MockFaultError(
                    written: written,
                    message: "\(form.name) has no parameter '\(name)'"
                        + (nearest.map { "; did you mean '\($0)'?" } ?? "")
                        + " It has: " + known.map(\.name).joined(separator: ", ")
                )
            }
            let end = parameter.kind == .rest ? rest.endIndex : rest.firstIndex(of: ",") ?? rest.endIndex
            values[name] = String(rest[..<end])
            rest = rest[end...]
        }
    }
}
