import ClientFiles
import MCPConnection
import Registry

/// How a client reaches a role of the daemon that is meant.
struct RoleSnippet {
    /// The address that was given, or OPENWORK_URL; nil for the usual one.
    let base: String?

    init(url: String?) {
        var given = url ?? inheritedEnvironment()["OPENWORK_URL"]
        while given?.hasSuffix("/") == true { given?.removeLast() }
        base = given
    }

    func snippet(_ client: ClientKind, role: String, isBridged: Bool, program: String? = nil) -> ClientSnippet {
        // Programs with windows have a shorter PATH than a terminal.
        let program = program ?? LocalFile.executableFolder() + "/openwork"
        return ClientSnippet.best(client, role: role, base: base, program: program, isBridged: isBridged)
    }
}
