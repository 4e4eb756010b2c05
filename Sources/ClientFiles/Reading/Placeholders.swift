/// Fills in what clients let stand for a value: `${NAME}`, `${NAME:-otherwise}`, `${env:NAME}`, `${userHome}`.
struct Placeholders: Sendable {
    let environment: [String: String]
    let home: String

    /// The text with everything filled in that is known; what is not stays, and is named.
    func resolve(_ text: String, _ open: inout [String]) -> String {
        var out = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "${") {
            out += rest[..<start.lowerBound]
            guard let end = rest[start.upperBound...].firstIndex(of: "}") else {
                rest = rest[start.lowerBound...]
                break
            }
            let name = rest[start.upperBound..<end]
            if let value = value(of: name) {
                out += value
            } else {
                out += rest[start.lowerBound...end]
                open.append(String(rest[start.lowerBound...end]))
            }
            rest = rest[rest.index(after: end)...]
        }
        return out + rest
    }

    private func value(of name: Substring) -> String? {
        if name == "userHome" { return home.isEmpty ? nil : home }
        let bare = name.hasPrefix("env:") ? name.dropFirst(4) : name
        if let sign = bare.firstRange(of: ":-") {
            return known(bare[..<sign.lowerBound]) ?? String(bare[sign.upperBound...])
        }
        return known(bare)
    }

    private func known(_ name: Substring) -> String? {
        environment[String(name)].flatMap { $0.isEmpty ? nil : $0 }
    }
}
