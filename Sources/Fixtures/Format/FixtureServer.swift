/// The server of a fixture, as far as somebody needs to know who wants to start it again.
package struct FixtureServer: Sendable, Hashable {
    /// The package with its registry, such as `pypi:mcp-server-time`; nil where there is none.
    package var package: String?
    /// The version of the package, or the one that the server gave itself.
    package var version: String?
    /// The words that started it, scrubbed; empty for a remote one.
    package var command: [String]
    /// Where it was reached, scrubbed; nil for one that was started.
    package var url: String?

    /// Everything is optional.
    package init(package: String? = nil, version: String? = nil, command: [String] = [], url: String? = nil) {
        self.package = package
        self.version = version
        self.command = command
        self.url = url
    }
}
