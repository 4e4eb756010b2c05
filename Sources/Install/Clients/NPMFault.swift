/// What npm's last words mean.
enum NPMFault {
    private static let codes: [(words: [String], code: InstallError.Code)] = [
        (["ENOSPC"], .diskFull), (["EINTEGRITY"], .integrityMismatch), (["ETARGET"], .noSuchVersion),
        (["E404"], .noSuchPackage), (["E401", "E403", "ENEEDAUTH"], .registryRefused),
        (["EBADENGINE"], .wrongRuntime), (["ERESOLVE", "EOVERRIDE"], .conflict),
        (
            [
                "ECONNREFUSED", "ENOTFOUND", "ETIMEDOUT", "ECONNRESET", "EAI_AGAIN", "ERR_SOCKET_TIMEOUT", "E500",
                "E502", "E503", "ENETUNREACH",
            ], .registryUnreachable
        ),
        (["EACCES", "EPERM", "EROFS"], .notWritable),
    ]

    static func code(_ lines: [String]) -> InstallError.Code? {
        let said = Set(
            lines.filter { $0.hasPrefix("npm error") || $0.hasPrefix("npm ERR!") }.flatMap { line in
                line.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
            }
        )
        return codes.first { !said.isDisjoint(with: $0.words) }?.code
    }
}
