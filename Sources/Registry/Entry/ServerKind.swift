/// How a server comes to run.
package enum ServerKind: String, Sendable, Hashable, CaseIterable {
    /// A package from the npm registry, run by Node.js.
    case npm
    /// A package from the Python Package Index, run in an environment of its own.
    case pypi
    /// A container image, run by docker or podman.
    case oci
    /// Somebody else's server, reached by its URL.
    case remote
    /// A program that the user has installed by other means.
    case command
    /// REST operations that OpenWork itself offers as tools.
    case skill
}
