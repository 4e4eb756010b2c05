import JSON

/// The catalogue as a table for people, or as JSON.
package struct IntegrationListing: Sendable {
    private let integrations: [Integration]

    /// Takes the entries to list; keeps those of a tier and of a role where they are given.
    package init(_ snapshot: RegistrySnapshot, tier: Tier? = nil, role: String? = nil) {
        let ofRole = role.map { snapshot.integrations(ofRole: $0) ?? [] } ?? snapshot.integrations
        integrations = ofRole.filter { tier == nil || $0.tier == tier }
            .sorted { (Self.rank($0), $0.id) < (Self.rank($1), $1.id) }
    }

    /// A line for each: id, tier, roles, the ways to reach it, credential, number of tools, name.
    package var text: String {
        let header = ["id", "tier", "roles", "servers", "credential", "tools", "name"]
        let rows = [header] + integrations.map(Self.row)
        let widths = header.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: width - cell.count)
            }
            let line = cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
        }.joined()
    }

    /// An array of objects, each with what the table shows.
    package var json: String {
        JSONValue.array(integrations.map(Self.object)).text(.pretty) + "\n"
    }

    private static func rank(_ entry: Integration) -> Int {
        entry.tier.flatMap { Tier.allCases.firstIndex(of: $0) } ?? Tier.allCases.count
    }

    /// The number of tools that the preferred server lists, with a plus where more are known to exist.
    private static func tools(of entry: Integration) -> String {
        guard let server = entry.preferredServer else { return "" }
        return "\(entry.listedTools(of: server).count)\(entry.hasAllTools(of: server) ? "" : "+")"
    }

    private static func credential(of entry: Integration) -> String {
        entry.preferredServer.map { entry.auth(of: $0).kind.rawValue } ?? ""
    }

    private static func row(_ entry: Integration) -> [String] {
        [
            entry.id, entry.tier?.rawValue ?? "", entry.roles.joined(separator: ","),
            entry.servers.map(\.id).joined(separator: ","), credential(of: entry), tools(of: entry), entry.name,
        ]
    }

    private static func object(_ entry: Integration) -> JSONValue {
        [
            "id": .string(entry.id),
            "name": .string(entry.name),
            "tier": entry.tier.map { .string($0.rawValue) } ?? .null,
            "roles": .array(entry.roles.map { .string($0) }),
            "servers": .array(
                entry.servers.map { server in
                    [
                        "id": .string(server.id), "kind": .string(server.kind.rawValue),
                        "tools": JSONValue(entry.listedTools(of: server).count),
                        "auth": .string(entry.auth(of: server).kind.rawValue),
                    ]
                }
            ),
            "listedPackage": entry.listedPackage.map { .string($0) } ?? .null,
            "listedPackageStatus": entry.listedPackageStatus.map { .string($0.rawValue) } ?? .null,
        ]
    }
}
