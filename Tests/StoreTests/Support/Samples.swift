import Health
import JSON
import Store

extension WallTime {
    /// A moment so many seconds after one that is the same in every test.
    static func after(_ seconds: Int64) -> WallTime {
        WallTime(milliseconds: 1_790_000_000_000 / 86_400_000 * 86_400_000 + seconds * 1_000)
    }
}

extension SealedSecret {
    /// A value that stands for a sealed one.
    static func sample(_ number: UInt8, key: String = "k1") -> SealedSecret {
        SealedSecret(keyID: key, box: [number, 0, 255])
    }
}

extension StoredInstall {
    /// An install of an integration in a version.
    static func sample(_ integration: String, _ version: String, at moment: WallTime = .after(0)) -> StoredInstall {
        StoredInstall(
            integration: integration,
            version: version,
            kind: "pypi",
            package: "a-server",
            integrity: "sha256:00",
            folder: "servers/\(integration)/\(version)",
            installedAt: moment
        )
    }
}

extension StoredHealthChange {
    /// A change of an integration at a moment.
    static func sample(_ integration: String, at moment: WallTime = .after(0), code: String = "ok")
        -> StoredHealthChange
    {
        StoredHealthChange(
            integration: integration,
            at: moment,
            from: .unknown,
            to: .connected,
            code: code,
            message: "it answers",
            evidence: ["step": "probe"]
        )
    }
}

extension ToolDefinition {
    /// A definition of a tool under a hash.
    static func sample(_ tool: String, _ hash: String) -> ToolDefinition {
        ToolDefinition(tool: tool, hash: hash, content: ["name": .string(tool), "description": .string(hash)])
    }
}
