/// The field in which a server asks for a credential.
struct Challenge {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    /// The same, with the document that describes the resource on another host: a mock sends nobody to the real one.
    func pointing(to origin: String) -> String {
        let mark = "resource_metadata="
        guard let place = text.firstRange(of: mark) else { return text }
        var start = place.upperBound
        let isQuoted = start < text.endIndex && text[start] == "\""
        if isQuoted { start = text.index(after: start) }
        let end = text[start...].firstIndex { isQuoted ? $0 == "\"" : ", ".contains($0) } ?? text.endIndex
        let address = text[start..<end]
        guard let scheme = address.firstRange(of: "://") else { return text }
        let path = address[scheme.upperBound...].firstIndex(of: "/").map { String(address[$0...]) } ?? ""
        return String(text[..<start]) + origin + path + String(text[end...])
    }
}
