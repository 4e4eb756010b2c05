import DaemonAPI
import Foundation
import JSON
import Testing

@testable import Daemon

@Suite("The user's registry file, when requests change it")
struct UserRegistryTests {
    private func changed(_ text: String?, _ change: (UserRegistry) throws -> Void) throws -> JSONValue {
        let url = FileManager.default.temporaryDirectory.appending(path: "registry-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: url) }
        if let text { try Data(text.utf8).write(to: url) }
        try change(UserRegistry(file: url.path))
        let mode = try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        return try JSONValue(parsing: [UInt8](Data(contentsOf: url)))
    }

    private static let new = #"{"id":"b","name":"B"}"#

    @Test(
        "keeps everything else, whatever form it has",
        arguments: [
            (nil, "[\(new)]"), ("", "[\(new)]"), ("[]", "[\(new)]"),
            (#"[{"id":"a","x":1.50}]"#, #"[{"id":"a","x":1.50},\#(new)]"#),
            (#"{"id":"a"}"#, #"[{"id":"a"},\#(new)]"#),
            (
                #"{"$schema":"s","integrations":[{"id":"a"}]}"#,
                #"{"$schema":"s","integrations":[{"id":"a"},\#(new)]}"#
            ), (#"[{"id":"b","old":true},{"id":"a"}]"#, #"[\#(new),{"id":"a"}]"#),
        ] as [(String?, String)]
    )
    func puts(text: String?, expected: String) throws {
        let found = try changed(text) { try $0.put(["id": "b", "name": "B"]) }
        let wanted = try JSONValue(parsing: expected)
        #expect(found == wanted)
    }

    @Test("loses just the entry that is taken out")
    func takesOut() throws {
        let found = try changed(#"[{"id":"a"},{"id":"b"},{"id":"c"}]"#) { file in
            let had = try file.holds("b")
            let isGone = try file.takeOut("b")
            #expect(had && isGone)
        }
        #expect(found == [["id": "a"], ["id": "c"]])
    }

    @Test("is not touched when it cannot be read")
    func unreadable() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "registry-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: url) }
        try Data("[{".utf8).write(to: url)
        let problem = #expect(throws: Problem.self) { try UserRegistry(file: url.path).put(["id": "a"]) }
        #expect(problem?.code == "registry_unreadable")
        #expect(try String(contentsOf: url, encoding: .utf8) == "[{")
    }
}
