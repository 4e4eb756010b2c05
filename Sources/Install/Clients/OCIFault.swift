/// What the last words of docker and podman mean.
enum OCIFault {
    static func code(_ lines: [String]) -> InstallError.Code? {
        let text = lines.joined(separator: "\n").lowercased()
        func says(_ words: String...) -> Bool { words.contains { text.contains($0) } }
        if says("no space left on device") { return .diskFull }
        if says("manifest unknown", "manifest for") { return .noSuchVersion }
        if says("repository does not exist", "name unknown") { return .noSuchPackage }
        if says("denied", "unauthorized") { return .registryRefused }
        if says("no such host", "connection refused", "i/o timeout", "tls handshake timeout", "network is unreachable")
        {
            return .registryUnreachable
        }
        return nil
    }
}
