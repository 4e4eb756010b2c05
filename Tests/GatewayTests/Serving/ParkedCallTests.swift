@testable import Gateway
import JSON
import MCP
import MCPConnection
import Testing

@Suite("A call that waits for a modern client", .timeLimit(.minutes(1)))
struct ParkedCallTests {
    private static let time = Timekeeper(ContinuousClock())

    private static func question(_ name: String, _ together: [String]) -> Request {
        let note: JSONValue = ["name": .string(name), "together": .array(together.map { .string($0) })]
        return Request(
            id: .integer(1),
            method: "elicitation/create",
            params: ["message": "?", "_meta": ["openwork/question": note]]
        )
    }

    @Test("asks under the server's names, all at once, and in its order")
    func together() async throws {
        let call = ParkedCall()
        let answers = await withTaskGroup(of: Result<JSONObject, ErrorObject>.self) { group -> [JSONObject] in
            for name in ["b", "a"] { group.addTask { await call.ask(Self.question(name, ["a", "b"])) } }
            guard case .questions(let questions) = await call.next(nil, Self.time) else { return [] }
            #expect(questions.map(\.key) == ["a", "b"])
            #expect(questions.map(\.params) == [["message": "?"], ["message": "?"]])
            call.bring(["a": ["n": 1], "b": ["n": 2]])
            return await group.reduce(into: [JSONObject]()) { if let answer = try? $1.get() { $0.append(answer) } }
        }
        #expect(Set(answers) == [["n": 1], ["n": 2]])
    }

    @Test("asks what has come where the rest stays away")
    func patience() async throws {
        let call = ParkedCall()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { _ = await call.ask(Self.question("a", ["a", "never"])) }
            let news = await call.next(nil, Self.time)
            group.cancelAll()
            guard case .questions(let questions) = news else { return #expect(Bool(false)) }
            #expect(questions.map(\.key) == ["a"])
        }
    }

    @Test("has an answer already that the client brought, once")
    func brought() async throws {
        let call = ParkedCall(["a": ["n": 1], "input-2": ["n": 2]])
        #expect(try await call.ask(Self.question("a", [])).get() == ["n": 1])
        await withTaskGroup(of: Void.self) { group in
            let unnamed = Request(id: .integer(2), method: "roots/list", params: [:])
            group.addTask { _ = await call.ask(unnamed) }
            let news = await call.next(nil, Self.time)
            group.cancelAll()
            // A number says nothing of what was asked, so what was brought for one is no answer.
            guard case .questions(let questions) = news else { return #expect(Bool(false)) }
            #expect(questions.map(\.key) == ["input-2"])
        }
    }
}
