import MCPConnection
import Testing

@testable import Gateway

@Suite("Subscriptions at an integration")
struct OpenSubscriptionsTests {
    @Test("are one for the lists first, and one more for what is wanted in addition")
    func addition() {
        var subscriptions = OpenSubscriptions()
        let first = subscriptions.want([])
        #expect(first.opening?.coversLists == true && first.replaced.isEmpty)
        let second = subscriptions.want(["a"])
        #expect(second.opening?.uris == ["a"] && second.opening?.coversLists == false)
        #expect(second.replaced.isEmpty && second.ending.isEmpty)
        #expect(subscriptions.want(["a"]).opening == nil)
    }

    @Test("end when nobody wants anything of them")
    func ending() {
        var subscriptions = OpenSubscriptions()
        for wanted in [[], ["a", "b"], ["a", "b", "c"]] as [Set<String>] { _ = subscriptions.want(wanted) }
        #expect(subscriptions.want(["a", "c"]).ending.isEmpty)
        #expect(subscriptions.want(["c"]).ending.map(\.uris) == [["a", "b"]])
        #expect(subscriptions.count == 2)
    }

    @Test("become one where there would be too many; the others go on for a while")
    func merging() {
        var subscriptions = OpenSubscriptions()
        var wanted: Set<String> = []
        for number in 0..<OpenSubscriptions.limit {
            #expect(subscriptions.want(wanted).replaced.isEmpty)
            wanted.insert("\(number)")
        }
        let step = subscriptions.want(wanted)
        #expect(step.opening?.uris == wanted && step.opening?.coversLists == true)
        #expect(step.replaced.count == OpenSubscriptions.limit && step.ending.isEmpty)
        #expect(subscriptions.count == 1)
        #expect(subscriptions.want([]).opening?.uris == [])
    }

    @Test("are asked for again when the integration ended one, or did not agree")
    func again() throws {
        var subscriptions = OpenSubscriptions()
        let lists = try #require(subscriptions.want([]).opening)
        let resource = try #require(subscriptions.want(["a"]).opening)
        resource.stop.fire()
        let second = try #require(subscriptions.want(["a"]).opening)
        #expect(second.uris == ["a"] && !second.coversLists)
        subscriptions.fail(second)
        #expect(subscriptions.want(["a"]).opening?.uris == ["a"])
        lists.stop.fire()
        #expect(subscriptions.want(["a"]).opening?.coversLists == true)
    }
}
