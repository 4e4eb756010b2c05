import DaemonAPI
import Health
import HTTPTypes
import JSON
import Registry
import Testing

@testable import Daemon

@Suite("The status, written once for many")
struct StatusBoardTests {
    private let board = StatusBoard()

    private static func scene(
        _ ids: [String],
        edition: UInt64 = 1,
        revisions: [String: UInt64] = [:],
        roles: [String: [String]] = [:],
        seconds: Int = 0
    ) -> StatusBoard.Scene {
        StatusBoard.Scene(
            edition: edition,
            entries: ids.map { Integration(id: $0, name: $0) },
            revisions: revisions,
            offers: OfferBook(standings: [:], roles: roles),
            now: Moment(.seconds(seconds))
        )
    }

    private func text(_ scene: StatusBoard.Scene, until: Moment? = nil) async -> TaggedJSON {
        await board.document(scene) { entry in
            (FakeService.row(entry.id), until)
        } summary: { rows in
            StatusReport(at: FakeService.now, integrations: rows)
        }
    }

    @Test func `A thousand callers cost one writing`() async {
        let ids = (0..<50).map { "remote-\($0)" }
        let first = await text(Self.scene(ids))
        for _ in 0..<1_000 { #expect(await text(Self.scene(ids)) == first) }
        #expect(await board.made == (50, 1))
    }

    @Test func `What has changed is made anew, and nothing else`() async {
        let ids = (0..<50).map { "remote-\($0)" }
        _ = await text(Self.scene(ids, revisions: ["remote-7": 1]))
        let changed = await text(Self.scene(ids, revisions: ["remote-7": 2]))
        #expect(await board.made == (51, 2))
        // A setting, an entry or a mask may be behind any of them.
        #expect(await text(Self.scene(ids, edition: 2, revisions: ["remote-7": 2])) == changed)
        #expect(await board.made == (101, 3))
        _ = await text(Self.scene(ids, edition: 2, revisions: ["remote-7": 2], roles: ["remote-9": ["sales"]]))
        #expect(await board.made == (102, 4))
    }

    @Test func `Evidence that has grown old makes its row anew though nothing happened`() async {
        _ = await text(Self.scene(["a", "b"]), until: Moment(.seconds(5)))
        _ = await text(Self.scene(["a", "b"], seconds: 5), until: Moment(.seconds(5)))
        #expect(await board.made.rows == 2)
        _ = await text(Self.scene(["a", "b"], seconds: 6), until: nil)
        #expect(await board.made.rows == 4)
    }

    @Test func `No row is older than a minute, and they are not all renewed at once`() async {
        let ids = (0..<320).map { "remote-\($0)" }
        _ = await text(Self.scene(ids))
        var largest = 0
        for second in 1...60 {
            let before = await board.made.rows
            _ = await text(Self.scene(ids, seconds: second))
            largest = max(largest, await board.made.rows - before)
        }
        #expect(await board.made.rows >= 640)
        #expect(largest < 100)
    }

    @Test func `What is gone is told no more, and the order is that of the entries`() async {
        _ = await text(Self.scene(["a", "b", "c"]))
        let text = await text(Self.scene(["c", "a"]))
        let json = try? JSONValue(parsing: text.bytes(at: FakeService.now))
        #expect(json?["integrations"]?.arrayValue?.compactMap { $0["id"]?.stringValue } == ["c", "a"])
        #expect(json?["at"]?.stringValue == FakeService.now.text)
    }

    @Test func `The moment makes no difference to the tag`() async throws {
        try await Caller.with { caller in
            let first = try await caller.send(.get, "/api/status")
            let tag = try #require(first.fields[.eTag])
            #expect(tag.hasPrefix("W/\""))
            let again = try await caller.send(.get, "/api/status", fields: [.ifNoneMatch: tag])
            #expect(again.status == 304 && again.bytes.isEmpty)
            let other = try await caller.send(.get, "/api/status", fields: [.ifNoneMatch: "W/\"00\""])
            #expect(other.status == 200 && other.json == first.json)
        }
    }
}

@Suite("The status of a desk, written once", .timeLimit(.minutes(1)))
struct DeskStatusTests {
    @Test func `Asking again makes nothing, and a change makes its row`() async throws {
        let scene = try DeskScene()
        try scene.write([scene.weather(interval: "60s"), scene.weather(id: "climate")])
        try await scene.open { desk in
            let first = try await desk.statusText().text
            let before = await desk.board.made
            for _ in 0..<20 {
                let again = try await desk.statusText().text
                #expect(again == first)
            }
            #expect(await desk.board.made == before)
            let report = try await desk.status()
            #expect(report.members(rows: report.integrations.map { $0.json.utf8() }) == first.members)
            _ = try await desk.configure("weather", ConfigureRequest(environment: ["WEATHER_TOKEN": DeskScene.right]))
            let (text, moment) = try await desk.statusText()
            let json = try JSONValue(parsing: text.bytes(at: moment))
            #expect(json["integrations"]?[0]?["state"] == "connected" && text.tag != first.tag)
        }
    }
}
