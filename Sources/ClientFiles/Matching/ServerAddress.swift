/// An address as far as it tells servers apart.
struct ServerAddress: Hashable {
    let host: String
    let path: String

    init(_ text: String) {
        let bare = text.firstRange(of: "://").map { text[$0.upperBound...] } ?? text[...]
        let end = bare.firstIndex { "/?#".contains($0) } ?? bare.endIndex
        host = bare[..<end].lowercased()
        var path = bare[end...].prefix { $0 != "?" && $0 != "#" }
        while path.hasSuffix("/") { path.removeLast() }
        self.path = String(path)
    }
}
