import FuzzTargets
import Registry
import TestSupport
import Testing

@Suite("What is fuzzed")
struct FuzzTargetTests {
    @Test("keeps its promises on every seed", .timeLimit(.minutes(2)), arguments: FuzzTarget.all.map(\.name))
    func seeds(name: String) throws {
        let target = try #require(FuzzTarget.all.first { $0.name == name })
        let files = try SeedShelf.files(in: "Fuzz/Corpus/\(name)")
        #expect(files.count >= 3, "a target without seeds is hardly fuzzed")
        for path in try files + target.shelves.flatMap({ try SeedShelf.files(in: $0) }) {
            let bytes = try LocalFile.bytes(of: path)
            #expect(throws: Never.self, "\(path)") { try target.read(bytes) }
        }
    }

    @Test("keeps its promises on seeds that were cut off, doubled or damaged", .timeLimit(.minutes(3)))
    func damaged() throws {
        for target in FuzzTarget.all {
            for path in try SeedShelf.files(in: "Fuzz/Corpus/\(target.name)") {
                let bytes = try LocalFile.bytes(of: path)
                for seed in 0..<24 {
                    let input = SeedShelf.damaged(bytes, seed)
                    #expect(throws: Never.self, "\(target.name) \(path) \(seed)") { try target.read(input) }
                }
            }
        }
    }

    @Test("has a name of its own each")
    func names() {
        #expect(Set(FuzzTarget.all.map(\.name)).count == FuzzTarget.all.count)
    }
}
