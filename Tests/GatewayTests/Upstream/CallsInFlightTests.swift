@testable import Gateway
import Testing

@Suite("Whose a message is")
struct CallsInFlightTests {
    private static func describe(_ owner: CallsInFlight.Owner) -> String {
        switch owner {
        case .caller(let caller): caller.conversation
        case .nobody: "nobody"
        case .unclear(let count): "unclear \(count)"
        }
    }

    @Test("is clear while the calls are of one conversation, and of nobody's when there are several")
    func owners() {
        var calls = CallsInFlight()
        #expect(Self.describe(calls.owner) == "nobody")
        let first = calls.begin(UpstreamCaller(conversation: "a"))
        let second = calls.begin(UpstreamCaller(conversation: "a"))
        #expect(Self.describe(calls.owner) == "a")
        let other = calls.begin(UpstreamCaller(conversation: "b"))
        #expect(Self.describe(calls.owner) == "unclear 2")
        calls.end(first)
        calls.end(second)
        #expect(Self.describe(calls.owner) == "b")
        calls.end(other)
        #expect(Self.describe(calls.owner) == "nobody")
    }

    @Test("is clear where it names its call, however many there are")
    func named() {
        var calls = CallsInFlight()
        let first = calls.begin(UpstreamCaller(conversation: "a"))
        _ = calls.begin(UpstreamCaller(conversation: "b"))
        #expect(Self.describe(calls.owner(of: first)) == "a")
        #expect(Self.describe(calls.owner(of: nil)) == "unclear 2")
        #expect(Self.describe(calls.owner(of: 99)) == "unclear 2")
        calls.end(first)
        #expect(Self.describe(calls.owner(of: first)) == "b")
    }
}
