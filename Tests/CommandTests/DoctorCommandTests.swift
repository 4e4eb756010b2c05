import Foundation
import JSON
import Testing

@Suite("openwork doctor", .timeLimit(.minutes(2)))
struct DoctorCommandTests {
    /// A machine made of stand-ins: what is found, by thing.
    private static func findings(
        _ folder: TemporaryFolder,
        _ environment: [String: String]
    ) async throws -> (code: Int32, found: [String: JSONValue]) {
        let run = try await ToolRun.of(
            "openwork",
            ["doctor", "--json", "--port", "1"],
            environment: environment,
            in: folder
        )
        let list = try run.json.arrayValue ?? []
        return (run.code, Dictionary(list.map { ($0["thing"]?.stringValue ?? "", $0) }) { first, _ in first })
    }

    private static func machine() throws -> (TemporaryFolder, [String: String]) {
        let folder = try TemporaryFolder()
        for name in ["bin", "home/keys", "home/registry"] {
            try FileManager.default.createDirectory(
                atPath: folder.path(name),
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        }
        for name in ["node", "npm", "podman"] { _ = try folder.file("bin/\(name)", "#!/bin/sh\n", executable: true) }
        return (folder, ["PATH": folder.path("bin"), "HOME": folder.path("."), "OPENWORK_HOME": folder.path("home")])
    }

    @Test("finds what is there, and names what is missing with what to do")
    func programs() async throws {
        let (folder, environment) = try Self.machine()
        let (code, found) = try await Self.findings(folder, environment)
        #expect(code == 0)
        #expect(found["node"]?["grade"] == "good")
        #expect(found["podman"]?["grade"] == "good")
        #expect(found["python3"]?["grade"] == "poor")
        #expect(found["python3"]?["fix"]?.stringValue?.contains("install Python") == true)
        #expect(found["PATH"]?["grade"] == "good")
        #expect(found["proxy"]?["grade"] == "good")
        #expect(found["port"]?["message"] == "1 is free")
        for thing in ["home", "disk", "clock"] { #expect(found[thing] != nil, "\(thing)") }
    }

    @Test("sees whose eyes and hands reach what is the user's alone")
    func rights() async throws {
        let (folder, environment) = try Self.machine()
        let key = try folder.file("home/keys/vault.key", "x")
        let registry = try folder.file("home/registry/integrations.json", "[]")
        let rights: [(String, Int)] = [(key, 0o644), (registry, 0o666), (folder.path("bin"), 0o777)]
        for (path, mode) in rights {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        }
        let (code, found) = try await Self.findings(folder, environment)
        #expect(code == 1)
        #expect(found["vault key"]?["fix"]?.stringValue?.contains("chmod 600 \(key)") == true)
        #expect(found["registry"]?["grade"] == "bad")
        #expect(found["PATH"]?["message"]?.stringValue?.contains("everybody may put programs into") == true)
    }

    @Test(
        "judges a PATH, a home and a proxy by what they say",
        arguments: [
            ("PATH", "", "PATH", "bad"), ("PATH", "/usr/bin:.", "PATH", "poor"),
            ("OPENWORK_HOME", "here", "home", "bad"),
            ("HTTPS_PROXY", "http://p:1", "proxy", "poor"),
        ]
    )
    func values(_ name: String, _ value: String, _ thing: String, _ grade: String) async throws {
        let (folder, environment) = try Self.machine()
        let (_, found) = try await Self.findings(folder, environment.merging([name: value]) { $1 })
        #expect(found[thing]?["grade"] == .string(grade))
    }
}
