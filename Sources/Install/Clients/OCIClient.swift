import Registry

/// Container images: the engine fetches and keeps them; nothing lies in a folder of ours but the note of it.
struct OCIClient: PackageClient {
    func install(_ job: InstallJob) async throws(InstallError) -> Installation {
        let server = job.request.server
        guard let image = server.package, !image.isEmpty else {
            throw InstallError(.incompleteEntry, job.title, "package")
        }
        job.began(.tools)
        let engine = try await engine(job)
        job.began(.fetch)
        let reference = image + (server.integrity.map { "@\($0)" } ?? server.version.map { ":\($0)" } ?? "")
        try await job.run(engine, ["pull", "--quiet", reference], fault: OCIFault.code)
        // Whatever was asked for by tag is known by digest from now on.
        let asked = await job.result(engine, ["image", "inspect", "--format", "{{index .RepoDigests 0}}", reference])
        let digest = asked.output.first?.split(separator: "@").last.map(String.init)
        return Installation(
            identity: job.request.identity,
            prefix: job.prefix,
            program: nil,
            client: engine,
            lock: [LockedPackage(image, server.version ?? "", integrity: asked.isGood ? digest : nil)]
        )
    }

    private func engine(_ job: InstallJob) async throws(InstallError) -> String {
        var words: [String] = []
        for name in ["docker", "podman"] {
            let result = await job.result(name, ["version", "--format", "{{.Server.Version}}"])
            switch result.ending {
            case .exited(0): return name
            case .notStarted: words.append("no \(name)")
            case .cancelled: throw InstallError(.cancelled, job.title, job.pinned)
            default: words.append("\(name) is here, and its engine does not answer")
            }
        }
        throw InstallError(.noEngine, job.title, job.pinned, detail: words.joined(separator: ", "))
    }
}
