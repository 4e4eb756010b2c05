/// A reader of something that others write, called with whatever bytes there are.
///
/// It may refuse them, in an error that is typed; it may not crash, hang, or contradict itself.
package struct FuzzTarget: Sendable {
    /// Its name on the command line, and that of its folder of seeds.
    package let name: String
    /// What it reads, and what it promises.
    package let summary: String
    /// Folders of this repository, beside its own seeds, whose files it reads as well.
    package let shelves: [String]
    private let reader: @Sendable ([UInt8]) throws(BrokenPromise) -> Void

    init(
        _ name: String,
        _ summary: String,
        shelves: [String] = [],
        _ reader: @escaping @Sendable ([UInt8]) throws(BrokenPromise) -> Void
    ) {
        self.name = name
        self.summary = summary
        self.shelves = shelves
        self.reader = reader
    }

    /// Reads these bytes.
    ///
    /// - Throws: the promise that was broken over them.
    package func read(_ bytes: [UInt8]) throws(BrokenPromise) { try reader(bytes) }

    /// All of them, in the order in which they are run.
    package static let all: [FuzzTarget] = [
        json, schema, message, lines, events, headers, challenges, registry, fixture, suite, skill, openAPI, clients,
        requests,
    ]
}
