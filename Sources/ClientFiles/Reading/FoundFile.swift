/// What came of reading one file.
package struct FoundFile: Sendable, Hashable {
    /// The file.
    package var file: ClientFile
    /// Its servers, in their order.
    package var servers: [FoundServer]
    /// What is wrong with it, each to stand after the file's name; its other servers are given all the same.
    package var faults: [String]
}
