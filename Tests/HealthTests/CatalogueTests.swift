import Foundation
import Health
import JSON
import Registry
import Testing

@Suite("Shipped entries")
struct CatalogueTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources/Registry/Catalogue")

    private static func entries() throws -> [Integration] {
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try files.filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }.map { file in
            try Integration(json: JSONValue(parsing: Array(try Data(contentsOf: file))))
        }
    }

    @Test("understand every reaction that they describe")
    func reactions() throws {
        var count = 0
        for entry in try Self.entries() {
            for server in entry.servers {
                for row in ReactionExpectation.all(of: entry, server: server) {
                    count += 1
                    #expect(
                        row.holds,
                        "\(entry.id)/\(server.id) \(row.cause.rawValue): \(row.outcome.code) \(row.outcome.evidence.summary)"
                    )
                }
            }
        }
        #expect(count > 0)
    }
}
