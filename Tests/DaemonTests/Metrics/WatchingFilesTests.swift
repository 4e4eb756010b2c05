import DaemonAPI
import Foundation
import HTTPTypes
import JSON
import Store
import TestSupport
import Testing

@testable import Daemon

@Suite("The board and the alerts that come with the product", .timeLimit(.minutes(1)))
struct WatchingFilesTests {
    private static func text(_ place: String) throws -> String {
        let packaging = URL(filePath: SourceTree.registry).appending(path: "../../packaging/\(place)")
        return try String(contentsOf: packaging.standardized, encoding: .utf8)
    }

    /// Every word of an expression that looks like a number of ours, labels and functions left out.
    private static func names(in text: String) -> Set<String> {
        Set(text.matches(of: /\b(openwork_[a-z0-9_]+|process_[a-z0-9_]+)\b/).map { String($0.output.1) })
    }

    @Test(
        "ask for nothing that the daemon does not serve",
        arguments: ["grafana/openwork.json", "prometheus/openwork.rules.yml"]
    )
    func served(place: String) async throws {
        let scene = try DeskScene()
        try scene.write([scene.weather()])
        try scene.writeRole()
        try await scene.open { desk in
            _ = try await desk.configure("weather", ConfigureRequest(environment: ["WEATHER_TOKEN": DeskScene.right]))
            try await Caller.with(desk) { caller in
                _ = try await caller.send(.get, "/api/status")
                let metrics = try await caller.send(.get, "/metrics").text
                let wanted = Self.names(in: try Self.text(place))
                #expect(wanted.count > 5)
                for name in wanted { #expect(metrics.contains("# TYPE \(name) "), "\(place): \(name)") }
            }
        }
    }

    @Test("are whole: each panel asks something, and no two have one place")
    func board() throws {
        let board = try JSONValue(parsing: Array(try Self.text("grafana/openwork.json").utf8))
        let panels = board["panels"]?.arrayValue ?? []
        #expect(panels.count >= 10)
        #expect(Set(panels.compactMap { $0["id"]?.description }).count == panels.count)
        #expect(Set(panels.compactMap { $0["gridPos"]?.text() }).count == panels.count)
        for panel in panels {
            #expect(panel["targets"]?.arrayValue?.isEmpty == false, "\(panel["title"] ?? .null)")
        }
    }
}
