/// What pip's last words mean.
enum PyPIFault {
    static func code(_ lines: [String]) -> InstallError.Code? {
        let text = lines.joined(separator: "\n")
        func says(_ words: String...) -> Bool { words.contains { text.contains($0) } }
        if says("No space left on device", "[Errno 28]") { return .diskFull }
        if says("DO NOT MATCH THE HASHES", "--require-hashes mode") { return .integrityMismatch }
        if says("requires a different Python", "Requires-Python") { return .wrongRuntime }
        if says("401 Client Error", "403 Client Error", "407 Proxy") { return .registryRefused }
        let isUnreached = says(
            "Failed to establish a new connection",
            "Connection refused",
            "Name or service not known",
            "Temporary failure in name resolution",
            "Read timed out",
            "NewConnectionError",
            "ConnectTimeoutError",
            "ReadTimeoutError",
            "ProxyError",
            "SSLError",
            "Connection aborted",
            "RemoteDisconnected"
        )
        if isUnreached || text.contains("500 Server Error") || text.contains("503 Server Error") {
            return .registryUnreachable
        }
        if says("ResolutionImpossible", "conflicting dependencies") { return .conflict }
        if says("(from versions: none)") { return .noSuchPackage }
        if says("(from versions:", "No matching distribution found") { return .noSuchVersion }
        if says("Permission denied", "[Errno 13]") { return .notWritable }
        return nil
    }
}
