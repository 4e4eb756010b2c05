/// Places in the sources, for tests that need what is shipped: a test runner has no resources beside it.
package enum SourceTree {
    /// The folder that holds `Catalogue` and `Roles`.
    package static let registry = root + "/Sources/Registry"

    /// The folder of the recordings, one folder for each integration.
    package static let fixtures = root + "/Fixtures"

    /// The folder of the benchmarks, with the servers that they need.
    package static let benchmarks = root + "/Benchmarks"

    /// The checkout.
    package static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
        .joined(separator: "/")
}
