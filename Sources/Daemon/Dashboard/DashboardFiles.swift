import CDashboardFiles
import Crypto

/// The files of the dashboard, which lie in the executable; one version names them all.
struct DashboardFiles: Sendable {
    /// The files as they were built in.
    static let embedded = DashboardFiles(readEmbedded())

    private let files: [String: [UInt8]]
    /// Changes with any file: it stands in their addresses, so that a browser may keep them for good.
    let version: String

    /// All style sheets as one, in the order of their names: nothing can be painted before the last has come.
    static let style = "dashboard.css"

    init(_ single: [String: [UInt8]]) {
        var files = single
        files[Self.style] = single.sorted { $0.key < $1.key }.filter { $0.key.hasSuffix(".css") }.flatMap(\.value)
        self.files = files
        var digest = SHA256()
        for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
            digest.update(data: Array(name.utf8))
            digest.update(data: bytes)
        }
        version = digest.finalize().prefix(6).map { String($0, radix: 16) }.joined()
    }

    var names: [String] { files.keys.sorted() }

    /// A file by its name; nil where there is none.
    func file(_ name: String, version asked: String) -> WebDocument? {
        guard let bytes = files[name], let type = Self.type(of: name) else { return nil }
        return WebDocument(bytes: bytes, type: type, isLasting: asked == version)
    }

    /// The page that loads the others, with their addresses put in.
    var shell: WebDocument {
        let links = names.filter { $0.hasSuffix(".js") && $0 != "theme.js" }.map {
            "<link rel=\"modulepreload\" fetchpriority=\"low\" href=\"\(address(of: $0))\">"
        }
        let text = String(decoding: files["index.html"] ?? [], as: UTF8.self)
            .split(separator: "{{modules}}", omittingEmptySubsequences: false).joined(
                separator: links.joined(separator: "\n")
            )
            .split(separator: "{{version}}", omittingEmptySubsequences: false).joined(separator: version)
        return .page(text)
    }

    func address(of name: String) -> String { "/dashboard/assets/\(version)/\(name)" }

    private static func type(of name: String) -> String? {
        switch name.split(separator: ".").last {
        case "js": "text/javascript; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "svg": "image/svg+xml"
        default: nil
        }
    }

    private static func readEmbedded() -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        var place: Int32 = 0
        while let file = dashboard_file_at(place) {
            let bytes = UnsafeBufferPointer(start: file.pointee.bytes, count: Int(file.pointee.length))
            files[String(cString: file.pointee.name)] = Array(bytes)
            place += 1
        }
        return files
    }
}
