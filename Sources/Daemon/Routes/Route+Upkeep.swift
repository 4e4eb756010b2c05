import DaemonAPI
import HTTPTypes
import JSON

extension Route {
    /// What an administrator does now and then.
    static let upkeep: [Route] = [
        keeping("/api/vault/rotate", "rotateVault", "Seals every secret with a new key") {
            try await $0.rotateVault()
        },
        keeping("/api/backups", "backUp", "Writes a backup into the folder for them in the daemon's home") {
            try await $0.backUp()
        },
    ]

    private static func keeping(
        _ path: String,
        _ name: String,
        _ summary: String,
        _ act: @escaping @Sendable (any DaemonService) async throws -> UpkeepReport
    ) -> Route {
        Route(
            .post,
            path,
            RouteFacts(
                name: name,
                summary: summary,
                tag: "upkeep",
                body: "Nothing",
                isBodyOptional: true,
                answer: .json("Upkeep", status: 200),
                problems: [409: "it cannot be done as things are", 503: "the key or the folder cannot be used now"]
            )
        ) { _, service in .json(try await act(service).json) }
    }
}
