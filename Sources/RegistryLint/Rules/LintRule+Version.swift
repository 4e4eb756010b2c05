import JSON
import Registry

extension LintRule {
    /// What is not pinned is something else tomorrow, and perhaps somebody else's.
    static let version = LintRule(
        "REG-VERSION",
        "A server that is installed has one exact version.",
        severity: { $0.tier == nil ? .warning : .error }
    ) { subject in
        subject.servers.compactMap { item in
            guard [.npm, .pypi, .oci].contains(item.server.kind) else { return nil }
            let place = item.place.appending("version")
            guard let version = item.server.version else {
                return EntryFault(place, "is missing", fix: "pin the version that was tried, for example \"1.2.3\"")
            }
            guard !isExact(version) else { return nil }
            return EntryFault(place, "is \"\(version)\", which may change", fix: "write one exact version or a digest")
        }
    }

    private static func isExact(_ version: String) -> Bool {
        if version.hasPrefix("sha256:") { return version.utf8.count == 71 }
        let known: (UInt8) -> Bool = { byte in
            UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
                || ".-+!".utf8.contains(byte)
        }
        return version.utf8.allSatisfy(known) && version.contains { $0.isNumber } && !version.hasSuffix(".x")
            && version != "latest"
    }
}
