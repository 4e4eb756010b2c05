import JSON
import MCP
import Testing

@Suite("The table of tasks")
struct TaskTableTests {
    /// The second of August 2026, at noon.
    static let noon = Duration.seconds(1_785_672_000)

    static func table(_ bounds: TaskBounds = TaskBounds()) -> TaskTable {
        var table = TaskTable(bounds: bounds)
        #expect(table.advance(to: noon) == [])
        return table
    }

    private let form = InputRequiredResult.InputRequest(key: "name", method: "elicitation/create")

    @Test("a task begins working, and says when it began and how long it is kept")
    func begins() throws {
        var table = Self.table()
        let handle = try table.create("a", for: "me")
        #expect(handle.status == .working)
        #expect(handle.createdAt == "2026-08-02T12:00:00.000Z")
        #expect(handle.timeToLiveInMilliseconds == 600_000)
        #expect(handle.result["resultType"] == "task")
        #expect(table.details(of: "a", for: "me") == TaskDetails(handle: handle))
    }

    @Test("a task does not exist for anybody but its caller")
    func callers() throws {
        var table = Self.table()
        _ = try table.create("a", for: "me")
        #expect(table.details(of: "a", for: "you") == nil)
        #expect(throws: TaskTable.unknown) { try table.cancel("a", for: "you") }
        #expect(throws: TaskTable.unknown) { try table.answer([:], of: "a", for: "you") }
        #expect(table.details(of: "a", for: "me")?.handle.status == .working)
    }

    @Test(
        "a task ends once, with what its call came to",
        arguments: [
            (Result<JSONObject, ErrorObject>.success(["isError": true]), TaskStatus.completed),
            (.failure(ErrorObject(.internalError, "broken")), .failed),
        ]
    )
    func ends(result: Result<JSONObject, ErrorObject>, status: TaskStatus) throws {
        var table = Self.table()
        _ = try table.create("a", for: "me")
        #expect(table.end("a", with: result) == [.changed("a")])
        let details = try #require(table.details(of: "a", for: "me"))
        #expect(details.handle.status == status)
        #expect(try TaskDetails(json: .object(details.json)) == details)
        #expect(table.end("a", with: .success([:])) == [])
        #expect(try table.cancel("a", for: "me") == [])
        #expect(table.say("more", of: "a") == [])
        #expect(table.ask([form], of: "a") == nil)
        #expect(table.details(of: "a", for: "me") == details)
    }

    @Test("a cancelled task is stopped, and what its work still comes to is not kept")
    func cancelled() throws {
        var table = Self.table()
        _ = try table.create("a", for: "me")
        #expect(try table.cancel("a", for: "me") == [.changed("a"), .stop("a")])
        #expect(table.end("a", with: .success([:])) == [])
        #expect(table.details(of: "a", for: "me")?.handle.status == .cancelled)
    }

    @Test("what was said is told with the time it was said at")
    func says() throws {
        var table = Self.table()
        _ = try table.create("a", for: "me")
        #expect(table.advance(to: Self.noon + .milliseconds(1_500)) == [])
        #expect(table.say("half", of: "a") == [.changed("a")])
        let handle = try #require(table.details(of: "a", for: "me")?.handle)
        #expect(handle.message == "half")
        #expect(handle.createdAt == "2026-08-02T12:00:00.000Z")
        #expect(handle.lastUpdatedAt == "2026-08-02T12:00:01.500Z")
    }

    @Test("a task waits until the last of its questions is answered")
    func partialAnswers() throws {
        var table = Self.table()
        _ = try table.create("a", for: "me")
        var second = form
        second.key = "age"
        let questions = table.ask([form, second], of: "a")
        let asked = try #require(questions)
        #expect(table.details(of: "a", for: "me")?.content == .inputs([form, second]))
        #expect(try table.answer(["age": ["action": "accept"], "other": [:]], of: "a", for: "me") == [.changed("a")])
        #expect(table.details(of: "a", for: "me")?.content == .inputs([form]))
        // Answered already, so that the second answer does not count.
        #expect(try table.answer(["age": ["action": "cancel"]], of: "a", for: "me") == [])
        let answers: [String: JSONObject] = ["name": ["action": "decline"], "age": ["action": "accept"]]
        #expect(
            try table.answer(["name": ["action": "decline"]], of: "a", for: "me")
                == [.changed("a"), .resume("a", round: asked.round, answers: answers)]
        )
        #expect(table.details(of: "a", for: "me")?.handle.status == .working)
    }

    @Test("a key never means two things, and the work gets the answers by its own")
    func keys() throws {
        var table = Self.table()
        _ = try table.create("a", for: "me")
        _ = table.ask([form], of: "a")
        _ = try table.answer(["name": [:]], of: "a", for: "me")
        let repeated = table.ask([form], of: "a")
        let again = try #require(repeated)
        var renamed = form
        renamed.key = "name-2"
        #expect(table.details(of: "a", for: "me")?.content == .inputs([renamed]))
        #expect(try table.answer(["name": [:]], of: "a", for: "me") == [])
        #expect(
            try table.answer(["name-2": ["x": 1]], of: "a", for: "me").last
                == .resume("a", round: again.round, answers: ["name": ["x": 1]])
        )
    }

    @Test("an answer that is no object is refused, and changes nothing")
    func wrongAnswers() throws {
        var table = Self.table()
        _ = try table.create("a", for: "me")
        _ = table.ask([form], of: "a")
        #expect(throws: ErrorObject.self) { try table.answer(["name": "x"], of: "a", for: "me") }
        #expect(table.details(of: "a", for: "me")?.content == .inputs([form]))
    }

    @Test("a task is kept for all of its time and not a moment longer")
    func expiry() throws {
        var table = Self.table(TaskBounds(timeToLive: .seconds(10)))
        _ = try table.create("done", for: "me")
        _ = try table.create("running", for: "me")
        _ = table.end("done", with: .success([:]))
        #expect(table.advance(to: Self.noon + .milliseconds(9_999)) == [])
        #expect(table.count == 2)
        #expect(table.advance(to: Self.noon + .seconds(10)) == [.stop("running")])
        #expect(table.count == 0)
        #expect(table.details(of: "done", for: "me") == nil)
    }

    @Test("there are only so many tasks, of all callers and of each")
    func bounded() throws {
        var table = Self.table(TaskBounds(count: 3, countPerCaller: 2, timeToLive: .seconds(10)))
        _ = try table.create("a", for: "me")
        _ = try table.create("b", for: "me")
        #expect(throws: ErrorObject.self) { try table.create("c", for: "me") }
        _ = try table.create("c", for: "you")
        #expect(throws: ErrorObject.self) { try table.create("d", for: "them") }
        _ = table.advance(to: Self.noon + .seconds(10))
        #expect(throws: Never.self) { try table.create("d", for: "me") }
    }
}
