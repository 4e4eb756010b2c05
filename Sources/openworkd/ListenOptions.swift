import ArgumentParser
import Daemon
import Glibc
import MCPHTTP
import NIOSSL

/// Where the daemon listens and who may call it there.
struct ListenOptions: ParsableArguments {
    @Option(help: ArgumentHelp("An address of this machine.", valueName: "address"))
    var listen = "127.0.0.1"

    @Option(help: ArgumentHelp("0 takes any that is free, and says which.", valueName: "number"))
    var port = 18_800

    @Option(help: ArgumentHelp("A file with one bearer token a line, mode 600.", valueName: "file"))
    var tokens: String?

    @Option(help: ArgumentHelp("A name by which callers may address it; may be repeated.", valueName: "host"))
    var allowHost: [String] = []

    @Option(
        help: ArgumentHelp(
            "Where browsers and vendors reach it, such as https://work.example; usually its own address.",
            valueName: "address"
        )
    )
    var publicURL: String?

    @Option(help: ArgumentHelp("Certificates in PEM form, its own first.", valueName: "file"))
    var tlsCertificate: String?

    @Option(help: ArgumentHelp("The private key in PEM form.", valueName: "file"))
    var tlsKey: String?

    /// Loopback, where the kernel says who calls.
    private var isLoopback: Bool { listen.hasPrefix("127.") || listen == "::1" || listen == "localhost" }

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port \(port) is none: give 0 to 65535") }
        guard (tlsCertificate == nil) == (tlsKey == nil) else {
            throw ValidationError("--tls-certificate and --tls-key belong together: give both")
        }
        if let publicURL {
            let address = try? HTTPAddress(publicURL)
            guard let address, address.target == "/", address.origin.scheme == .https || address.origin.isLoopback
            else {
                throw ValidationError("--public-url \(publicURL) is none: give scheme and host, https://work.example")
            }
        }
        guard isLoopback || tokens != nil else {
            throw ValidationError(
                "--listen \(listen) can be reached by others: give --tokens with a file of tokens (mode 600)"
            )
        }
        guard isLoopback || tlsCertificate != nil else {
            throw ValidationError(
                "--listen \(listen) would send tokens in the clear: give --tls-certificate and --tls-key"
            )
        }
    }

    /// What the server needs, with files read.
    func checked() throws -> Listening {
        var settings = ListenSettings(host: listen, port: port)
        do {
            if let tlsCertificate, let tlsKey {
                let chain = try NIOSSLCertificate.fromPEMFile(tlsCertificate)
                settings.tls = TLSConfiguration.makeServerConfiguration(
                    certificateChain: chain.map { .certificate($0) },
                    privateKey: .privateKey(try NIOSSLPrivateKey(file: tlsKey, format: .pem))
                )
            }
        } catch {
            throw ValidationError("the certificate or its key cannot be used: \(error)")
        }
        do throws(AccessTokens.Fault) {
            let named = publicURL.flatMap { try? HTTPAddress($0).origin.host }
            let hosts = Set(allowHost + (isLoopback ? [] : [listen]) + (named.map { [$0] } ?? []))
            let proof: Doorkeeper.Proof =
                if let tokens { .token(try AccessTokens(file: tokens)) } else { .user(geteuid()) }
            let origin = publicURL.flatMap { try? HTTPAddress($0).origin.description }
            return Listening(
                settings: settings,
                doorkeeper: Doorkeeper(proof, hosts: hosts),
                publicURL: origin
            )
        } catch {
            throw ValidationError(error.description)
        }
    }
}
