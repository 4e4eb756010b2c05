@testable import Install
import Testing

@Suite("What the last words of clients mean")
struct ClientFaultTests {
    @Test(
        "of pip",
        arguments: [
            (
                "ERROR: Could not find a version that satisfies the requirement x==9 (from versions: 1.0, 1.1)",
                .noSuchVersion
            ),
            ("ERROR: Could not find a version that satisfies the requirement x (from versions: none)", .noSuchPackage),
            (
                "WARNING: Retrying (Retry(total=4)) after connection broken by 'NewConnectionError'\n"
                    + "ERROR: Could not find a version that satisfies the requirement x (from versions: none)",
                .registryUnreachable
            ),
            ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", .integrityMismatch),
            ("ERROR: Package 'x' requires a different Python: 3.11.2 not in '>=3.12'", .wrongRuntime),
            ("ERROR: ResolutionImpossible: for help visit", .conflict),
            ("OSError: [Errno 28] No space left on device", .diskFull),
            ("ERROR: HTTP error 403: 403 Client Error: Forbidden for url", .registryRefused),
            ("something else", nil),
        ] as [(String, InstallError.Code?)]
    )
    func pip(text: String, code: InstallError.Code?) {
        #expect(PyPIFault.code(text.split(separator: "\n").map(String.init)) == code)
    }

    @Test(
        "of npm",
        arguments: [
            ("npm error code ETARGET", .noSuchVersion), ("npm error code E404", .noSuchPackage),
            ("npm error code EINTEGRITY", .integrityMismatch), ("npm ERR! code ENOSPC", .diskFull),
            ("npm error code ECONNREFUSED", .registryUnreachable), ("npm error code E401", .registryRefused),
            ("npm warn deprecated E404", nil),
        ] as [(String, InstallError.Code?)]
    )
    func npm(text: String, code: InstallError.Code?) {
        #expect(NPMFault.code([text]) == code)
    }

    @Test(
        "of engines",
        arguments: [
            ("Error response from daemon: manifest for x:9 not found: manifest unknown", .noSuchVersion),
            ("Error response from daemon: pull access denied for x, repository does not exist", .noSuchPackage),
            ("dial tcp: lookup registry-1.docker.io: no such host", .registryUnreachable),
        ] as [(String, InstallError.Code?)]
    )
    func engines(text: String, code: InstallError.Code?) {
        #expect(OCIFault.code([text]) == code)
    }
}
