import Daemon
import Foundation
import Health
import JSON
import Logging
import MCP
import Registry
import Store

/// A daemon's home in a folder that is gone with it.
final class LoginHome: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "login-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: "\(path)/registry", withIntermediateDirectories: true)
    }

    deinit {
        // What cannot be removed is left to the system.
        try? FileManager.default.removeItem(atPath: path)
    }

    func write(_ entries: JSONValue) throws {
        let file = URL(filePath: "\(path)/registry/integrations.json")
        try Data(entries.text(.pretty).utf8).write(to: file, options: .atomic)
    }

    func open<Value: Sendable>(
        shipped: ShippedFiles? = nil,
        now: @escaping @Sendable () -> WallTime,
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
        _ body: (Desk<ContinuousClock>) async throws -> Value
    ) async throws -> Value {
        var settings = DeskSettings(
            home: Home(path: path),
            shipped: shipped,
            environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "HOME": path],
            info: Implementation(name: "openworkd", version: "test"),
            now: now
        )
        settings.registryInterval = .milliseconds(50)
        settings.health.confirmEvery = .milliseconds(300)
        return try await withDesk(settings, clock: ContinuousClock(), logger: logger, body)
    }

    /// Files of the home in which a text stands, in the clear.
    func files(with text: String) -> [String] {
        let files = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        return files.filter { name in
            guard let data = FileManager.default.contents(atPath: "\(path)/\(name)") else { return false }
            return data.range(of: Data(text.utf8)) != nil
        }
    }
}
