import JSON
import Registry

extension LintRule {
    /// Credentials travel in the header fields of every request.
    static let address = LintRule("REG-ADDRESS", "A remote server is reached by https, but for loopback.") { subject in
        subject.servers.flatMap { item in
            let first = item.server.url.map { [($0, item.place.appending("url"))] } ?? []
            let others = item.server.alternateURLs.enumerated().map { index, url in
                (url, item.place.appending("alternateUrls").appending(index))
            }
            return (first + others).filter { !isSafe($0.0) }.map { url, place in
                EntryFault(place, "is \"\(url)\"", fix: "write https, because credentials are sent there")
            }
        }
    }

    private static func isSafe(_ url: String) -> Bool {
        guard url.hasPrefix("http://") else { return true }
        let host = url.dropFirst("http://".count).prefix { $0 != "/" && $0 != "?" }
        return ["localhost", "127.0.0.1", "[::1]"].contains { host == $0 || host.hasPrefix($0 + ":") }
    }
}
