import Conformance
import Testing
import TestSupport

@Suite("A part of a divided run")
struct ShardTests {
    @Test("is read as k/n", arguments: ["1/1", "1/4", "4/4", "1000/1000"])
    func readable(text: String) {
        #expect(Shard(text)?.description == text)
    }

    @Test(
        "is nothing else",
        arguments: ["", "1", "0/4", "5/4", "1/0", "-1/4", "1/4/4", "a/b", "1 /4", "1/1001", "١/٤"]
    )
    func unreadable(text: String) {
        #expect(Shard(text) == nil)
    }

    @Test("holds each integration exactly once among its fellows", arguments: [1, 2, 3, 4, 7, 16])
    func partition(count: Int) {
        let shards = (1...count).compactMap { Shard("\($0)/\(count)") }
        for id in EntryTrial.ids { #expect(shards.filter { $0.holds(id) }.count == 1, "\(id)") }
    }

    @Test("never changes: machines of different versions divide alike")
    func forever() throws {
        let places = ["github", "slack", "zoom", "1password"].map { id in
            (1...4).first { Shard("\($0)/4")?.holds(id) == true }
        }
        #expect(places == [1, 2, 4, 1])
    }

    @Test("is about as large as its fellows, for a registry of thousands")
    func even() throws {
        let shard = try #require(Shard("3/8"))
        let held = (0..<8000).filter { shard.holds("integration-\($0)") }.count
        #expect((850...1150).contains(held))
    }
}
