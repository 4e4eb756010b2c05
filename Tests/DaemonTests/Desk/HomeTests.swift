import Foundation
import Testing

@testable import Daemon

@Suite("The daemon's home")
struct HomeTests {
    private func withHome(_ body: (Home) async throws -> Void) async throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "home-\(UUID().uuidString)")
        let result: Result<Void, any Error>
        do {
            result = .success(try await body(Home(path: url.path + "/")))
        } catch {
            result = .failure(error)
        }
        // A test that made nothing leaves nothing.
        try? FileManager.default.removeItem(at: url)
        try result.get()
    }

    @Test(
        "is where the environment says",
        arguments: [
            (["OPENWORK_HOME": "/a/b"], "/a/b"), (["HOME": "/u"], "/u/.openclaw-team"), (["OPENWORK_HOME": "b"], nil),
            ([:], nil),
        ] as [([String: String], String?)]
    )
    func chosen(environment: [String: String], path: String?) {
        #expect(Home.choose(environment: environment)?.path == path)
    }

    @Test("is made for its owner only, also where others could read it before")
    func made() async throws {
        try await withHome { home in
            try FileManager.default.createDirectory(
                atPath: "\(home.path)/registry",
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o755]
            )
            try home.prepare()
            for name in ["", "/registry", "/keys", "/servers", "/logs"] {
                let facts = try FileManager.default.attributesOfItem(atPath: home.path + name)
                #expect(facts[.posixPermissions] as? Int == 0o700, "\(name)")
            }
        }
    }

    @Test("is held by one daemon at a time, which is named to the second")
    func held() async throws {
        try await withHome { home in
            try home.prepare()
            try await home.hold {
                let error = await #expect(throws: HomeError.self) { try await home.hold {} }
                #expect(error?.code == .taken)
                #expect(error?.description.contains("\(getpid())") == true)
            }
            try await home.hold {}
        }
    }
}
