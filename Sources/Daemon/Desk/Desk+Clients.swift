import ClientFiles
package import DaemonAPI
import Registry
import Synchronization

extension Desk {
    /// In the words of `openwork export`: both come from one place.
    package func clients(of role: String) async throws -> [ClientReport] {
        _ = try self.role(role)
        let address = publicAddress.withLock { $0 }.replacing("http://127.0.0.1:", with: "http://localhost:")
        let base = address == "http://localhost:18800" ? nil : address
        // Who reaches the daemon over a network has the program somewhere else, and a home of their own.
        let program = settings.wantsTokens ? "openwork" : LocalFile.executableFolder() + "/openwork"
        let places = ClientPlaces(home: "~")
        return ClientKind.allCases.map { client in
            let snippet = ClientSnippet.best(
                client,
                role: role,
                base: base,
                program: program,
                token: settings.wantsTokens ? "TOKEN" : nil
            )
            return ClientReport(
                client: client.rawValue,
                name: client.name,
                file: places.ownFile(of: client).path,
                text: snippet.text,
                command: snippet.command,
                renewal: client.renewal
            )
        }
    }
}
