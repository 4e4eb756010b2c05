import FoundationEssentials
import Glibc

/// A home that is gone afterwards.
enum TemporaryHome {
    static func with(_ body: (String) async throws -> Void) async throws {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(base)/openwork-demo-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw RunFault("no folder can be made in \(base) (\(String(cString: strerror(errno)))): set TMPDIR")
        }
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let result: Result<Void, any Error>
        do {
            result = .success(try await body(path))
        } catch {
            result = .failure(error)
        }
        // Whatever is left takes up room and does no harm.
        try? FileManager.default.removeItem(atPath: path)
        try result.get()
    }
}
