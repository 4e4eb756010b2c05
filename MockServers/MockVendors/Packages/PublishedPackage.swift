/// One version of a package that a pretended registry has, with what is wrong with it.
package struct PublishedPackage: Sendable, Hashable {
    /// What may be wrong.
    package enum Fault: Sendable, Hashable, CaseIterable {
        /// What is served is not what the registry says that it hashes to.
        case wrongHash
        /// What is served ends in the middle.
        case cutOff
    }

    /// As it is asked for.
    package var name: String
    /// One version.
    package var version: String
    /// Texts by their path: beside the metadata in a wheel, below `package/` in a tarball.
    package var files: [String: String]
    /// Programs by name: `module:function` for Python, a path within the package for Node.
    package var programs: [String: String]
    /// What it needs: `mcp<2` for Python, `other@^1.0.0` for Node.
    package var dependencies: [String]
    /// For Node: what npm is asked to run while it installs.
    package var installScript: String?
    /// For Python: what `Requires-Python` says.
    package var pythonRequirement: String?
    /// Nil for a sound one.
    package var fault: Fault?

    /// A package with one program.
    package init(_ name: String, _ version: String, files: [String: String], programs: [String: String]) {
        self.name = name
        self.version = version
        self.files = files
        self.programs = programs
        dependencies = []
    }
}
