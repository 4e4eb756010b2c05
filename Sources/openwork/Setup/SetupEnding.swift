import ClientFiles
import DaemonAPI
import Glibc

/// How the wizard ends: whether each role can work, and what the clients have to be told.
struct SetupEnding {
    let daemon: DaemonClient
    let machine: UserMachine
    let url: String?

    /// Whether every one of these roles can do its job.
    func tellReadiness(_ ids: [String]) async throws -> Bool {
        let roles = try await Roles.all(daemon).filter { ids.contains($0.id) }
        Terminal.print("")
        for role in roles {
            let lack = role.readiness.missing.joined(separator: ", ")
            Terminal.print(
                role.readiness.isReady
                    ? "✅ \(role.name) can do its job" : "❌ \(role.name) lacks \(lack): openwork setup goes on there"
            )
        }
        return roles.allSatisfy(\.readiness.isReady)
    }

    /// Offers to tell each client that is here; without a person it prints the commands.
    func offerClients(_ roles: [String]) throws {
        let present = ClientKind.allCases.filter(isHere)
        guard !roles.isEmpty else { return }
        if present.isEmpty || !Terminal.isAnswered {
            Terminal.print("\nTell your clients about it, for instance:")
            let client = present.first ?? .claudeCode
            for role in roles {
                Terminal.print("  openwork export --client \(client.rawValue) --role \(role) --write")
            }
            return
        }
        for client in present {
            for role in roles {
                let snippet = RoleSnippet(url: url).snippet(client, role: role, isBridged: false)
                let file = machine.places.ownFile(of: client)
                Terminal.print("\n\(client.name) would get this in \(file.path):\n\(snippet.text)")
                guard Terminal.confirm("Write it?") else { continue }
                try tell(client, role)
            }
        }
    }

    /// Writes the snippet of a role into a client's own file.
    func tell(_ client: ClientKind, _ role: String) throws {
        let snippet = RoleSnippet(url: url).snippet(client, role: role, isBridged: false)
        let file = ExportFile(file: machine.places.ownFile(of: client))
        let isChanged = try file.write(snippet)
        Terminal.print("\(snippet.name) is in \(file.file.path)" + (isChanged ? "; \(client.renewal)" : " already"))
    }

    /// Whether somebody uses it: its file, or the folder made for it alone, is there.
    private func isHere(_ client: ClientKind) -> Bool {
        machine.places.files(of: client).contains { file in
            if access(file.path, F_OK) == 0 { return true }
            let folder = file.path.split(separator: "/").dropLast().joined(separator: "/")
            return "/" + folder != machine.home && access("/" + folder, F_OK) == 0
                && folder.contains(machine.home.dropFirst())
        }
    }
}
