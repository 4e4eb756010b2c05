import Foundation
import Testing

@testable import Supervision

@Suite("A log on disk")
struct LogFileTests {
    @Test("is put aside when it is full, and only so many are kept")
    func rotated() async throws {
        try await withTemporaryFolder { folder in
            let file = LogFile(path: "\(folder)/a.log", limitInBytes: 100)
            for number in 0..<100 { file.add("line \(number)") }
            file.close()
            #expect(names(in: folder) == ["a.log", "a.log.1", "a.log.2", "a.log.3"])
            #expect(names(in: folder).allSatisfy { text(of: "\(folder)/\($0)").utf8.count <= 100 })
            #expect(text(of: "\(folder)/a.log").hasSuffix("line 99\n"))
        }
    }

    @Test("goes on where it was, and is nobody else's to read")
    func reopened() async throws {
        try await withTemporaryFolder { folder in
            for word in ["one", "two"] {
                let file = LogFile(path: "\(folder)/a.log")
                file.add(word)
                file.close()
            }
            #expect(text(of: "\(folder)/a.log") == "one\ntwo\n")
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/a.log")
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test(
        "has a name that stays in its folder",
        arguments: [("github", "github.log"), ("../etc", "%2e%2e%2fetc.log"), ("a b", "a%20b.log")]
    )
    func names(id: String, name: String) {
        #expect(LogFile.name(for: id) == name)
    }

    private func names(in folder: String) -> [String] { SupervisionTests.names(in: folder) }
}
