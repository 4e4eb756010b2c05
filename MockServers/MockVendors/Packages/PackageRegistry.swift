import Crypto
import Foundation
import JSON

/// Pretended registries of packages, for pip below `/simple/` and for npm below `/npm/`: a path goes in, a file comes out.
package struct PackageRegistry: Sendable {
    /// A file with its type.
    struct Answer {
        var type: String
        var body: [UInt8]
    }

    /// For pip.
    package var wheels: [PublishedPackage]
    /// For npm.
    package var tarballs: [PublishedPackage]

    /// Registries that have these.
    package init(wheels: [PublishedPackage] = [], tarballs: [PublishedPackage] = []) {
        self.wheels = wheels
        self.tarballs = tarballs
    }

    /// What the registry says that a package hashes to, for pip.
    package static func integrity(ofWheel package: PublishedPackage) -> String {
        "sha256:"
            + SHA256.hash(data: package.wheel).map { byte in
                (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }.joined()
    }

    /// What the registry says that a package hashes to, for npm.
    package static func integrity(ofTarball package: PublishedPackage) -> String {
        "sha512-" + Data(SHA512.hash(data: package.tarball)).base64EncodedString()
    }

    /// Nil where there is nothing.
    func answer(_ path: String, base: String) -> Answer? {
        let parts = path.split(separator: "/").map { $0.removingPercentEncoding ?? String($0) }
        guard parts.count >= 2 else { return nil }
        switch parts[0] {
        case "simple": return page(parts[1])
        case "wheels":
            let found = wheels.first { $0.wheelName == parts[1] }
            return found.map { Answer(type: "application/zip", body: Self.served($0.wheel, $0.fault)) }
        case "npm" where parts.count >= 4 && parts[parts.count - 2] == "-":
            let found = tarballs.first { $0.tarballName == parts.last }
            return found.map { Answer(type: "application/octet-stream", body: Self.served($0.tarball, $0.fault)) }
        case "npm": return document(parts.dropFirst().joined(separator: "/"), base)
        default: return nil
        }
    }

    private static func served(_ bytes: [UInt8], _ fault: PublishedPackage.Fault?) -> [UInt8] {
        switch fault {
        // The registry said what the sound one hashes to.
        case .wrongHash: bytes + [0]
        case .cutOff: Array(bytes.prefix(bytes.count / 2))
        case nil: bytes
        }
    }

    private func page(_ wanted: String) -> Answer? {
        let rows = wheels.filter { Self.normalised($0.name) == Self.normalised(wanted) }.map { one in
            let hash = Self.integrity(ofWheel: one).replacing("sha256:", with: "sha256=")
            let python = one.pythonRequirement.map { requirement in
                let escaped = requirement.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
                return " data-requires-python=\"\(escaped)\""
            }
            return "<a href=\"/wheels/\(one.wheelName)#\(hash)\"\(python ?? "")>\(one.wheelName)</a>"
        }
        guard !rows.isEmpty else { return nil }
        let text = "<!DOCTYPE html><html><body>\n" + rows.joined(separator: "\n") + "\n</body></html>\n"
        return Answer(type: "text/html; charset=utf-8", body: Array(text.utf8))
    }

    private static func normalised(_ name: String) -> String {
        name.lowercased().split { "-_.".contains($0) }.joined(separator: "-")
    }

    private func document(_ name: String, _ base: String) -> Answer? {
        let found = tarballs.filter { $0.name == name }
        guard let last = found.last else { return nil }
        let versions = found.map { one -> (String, JSONValue) in
            var manifest = one.manifest
            manifest["dist"] = [
                "tarball": .string("\(base)/npm/\(name)/-/\(one.tarballName)"),
                "integrity": .string(Self.integrity(ofTarball: one)),
            ]
            if one.installScript != nil { manifest["hasInstallScript"] = true }
            return (one.version, .object(manifest))
        }
        let document: JSONValue = [
            "name": .string(name), "dist-tags": ["latest": .string(last.version)],
            "versions": .object(JSONObject(versions)),
        ]
        return Answer(type: "application/json", body: document.utf8())
    }
}
