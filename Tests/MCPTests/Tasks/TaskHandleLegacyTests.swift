import JSON
import MCP
import Testing

@Suite("A task in the words of 2025-11-25")
struct TaskHandleLegacyTests {
    private static let json: JSONObject = [
        "taskId": "t", "status": "working", "createdAt": "2025-11-25T10:30:00Z",
        "lastUpdatedAt": "2025-11-25T10:30:00Z", "ttl": 60_000, "pollInterval": 5_000,
    ]

    @Test("is read and written under the names of that revision")
    func roundTrip() throws {
        let handle = try TaskHandle(legacyJSON: .object(Self.json))
        #expect(handle.timeToLiveInMilliseconds == 60_000)
        #expect(handle.pollIntervalInMilliseconds == 5_000)
        #expect(JSONValue.object(handle.legacyJSON) == .object(Self.json))
        #expect(handle.legacyResult["task"] == .object(Self.json))
        #expect(handle.json["ttlMs"] == 60_000)
    }

    @Test("is only declared where the revision has it")
    func capabilities() throws {
        let declared = ServerCapabilities(["tools": [:], "tasks": .object(LegacyTasks.serverCapability)])
        #expect(declared.runsToolsAsTasks && declared.cancelsTasks)
        #expect(!ServerCapabilities(["tools": [:]]).runsToolsAsTasks)
    }
}
