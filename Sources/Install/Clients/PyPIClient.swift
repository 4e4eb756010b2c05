import Glibc
import JSON
import Registry
import Wording

/// Python packages: a virtual environment of its own, filled by pip.
struct PyPIClient: PackageClient {
    private static let asked = "import sys; print(sys.executable); print('%d.%d.%d' % sys.version_info[:3])"
    private static let scripts = """
        import importlib.metadata as m, sys
        print(*(e.name for e in m.distribution(sys.argv[1]).entry_points if e.group == 'console_scripts'), sep='\\n')
        """

    func install(_ job: InstallJob) async throws(InstallError) -> Installation {
        guard let package = job.request.server.package, !package.isEmpty else {
            throw InstallError(.incompleteEntry, job.title, "package")
        }
        job.began(.tools)
        let python = try await interpreter(job)
        job.began(.environment)
        try await makeEnvironment(job, python.path)
        let folder = PrefixFolder(job.folder)
        let pip = try await job.run("\(job.folder)/bin/python", ["-I", "-m", "pip", "--version"]) { _ in nil }
        job.began(.fetch)
        var lock: [LockedPackage] = []
        for (index, requirements) in requirementFiles(job, package).enumerated() {
            let (file, report) = ("\(job.folder)/openwork-\(index).txt", "\(job.folder)/openwork-\(index).json")
            try folder.write(requirements.text, to: file, job)
            try await job.run("\(job.folder)/bin/python", pipWords(file, report, requirements), fault: PyPIFault.code)
            lock += Self.packages(try folder.json(report, job), beside: lock)
        }
        let program = try await program(job, package)
        try folder.replace(job.folder, with: job.prefix, in: "bin", job)
        return Installation(
            identity: job.request.identity,
            prefix: job.prefix,
            program: program,
            client: (pip.output.first.map { $0.split(separator: " ").prefix(2).joined(separator: " ") } ?? "pip")
                + " of Python \(python.version)",
            lock: lock.sorted { $0.name < $1.name }
        )
    }

    // MARK: Interpreters

    private func interpreter(_ job: InstallJob) async throws(InstallError) -> (path: String, version: String) {
        let demands = job.request.server.requires.map(VersionRequirement.init).filter { $0.name == "python" }
        var found: [String] = []
        for name in Interpreters(environment: job.environment).candidates {
            let result = await job.result(name, ["-I", "-c", Self.asked])
            if case .cancelled = result.ending { throw InstallError(.cancelled, job.title, job.pinned) }
            guard result.isGood, result.output.count >= 2 else { continue }
            let (path, version) = (result.output[0], result.output[1])
            if demands.allSatisfy({ $0.accepts(version) }) { return (path, version) }
            if !found.contains(version) { found.append(version) }
        }
        guard !found.isEmpty else {
            throw InstallError(.toolMissing, job.title, "python3")
        }
        let words = demands.map(\.description).joined(separator: ", ")
        throw InstallError(.wrongRuntime, job.title, words, detail: "here are \(found.joined(separator: ", "))")
    }

    private func makeEnvironment(_ job: InstallJob, _ python: String) async throws(InstallError) {
        let made = await job.result(python, ["-I", "-m", "venv", job.folder])
        if made.isGood { return }
        // Debian keeps the module apart; uv needs none.
        let words = ["venv", "--seed", "--allow-existing", "--no-python-downloads", "--python", python, job.folder]
        let other = await job.result("uv", words)
        if other.isGood { return }
        guard case .exited = made.ending else { throw job.error(made, python, PyPIFault.code) }
        // The module does not repeat what its own pip said: that the disk is full is seen on the disk.
        let code = Self.isFull(job.folder) ? .diskFull : PyPIFault.code(made.output + made.errors)
        throw code.map { InstallError($0, job.title, job.folder) }
            ?? InstallError(
                .toolMissing,
                job.title,
                "the module venv of \(python)",
                detail: "apt install python3-venv, or uv",
                lines: (made.output + made.errors).suffix(InstallError.lineLimit)
            )
    }

    private static func isFull(_ folder: String) -> Bool {
        var facts = statvfs()
        return statvfs(folder, &facts) == 0 && UInt64(facts.f_bavail) * UInt64(facts.f_frsize) < 1 << 20
    }

    // MARK: Requirements

    private struct Requirements {
        var text: String
        var isHashed = false
        var hasDependencies = true
    }

    private func requirementFiles(_ job: InstallJob, _ package: String) -> [Requirements] {
        let server = job.request.server
        let pinned = package + (server.version.map { "==\($0)" } ?? "")
        func lines(_ words: [String]) -> String { words.joined(separator: "\n") + "\n" }
        let lock = job.request.lock
        if !lock.isEmpty, lock.allSatisfy({ $0.integrity != nil }) {
            let locked = lock.map { "\($0.name)==\($0.version) --hash=\($0.integrity ?? "")" }
            return [Requirements(text: lines(locked), isHashed: true, hasDependencies: false)]
        }
        let all = Requirements(text: lines([pinned] + server.constraints + lock.map { "\($0.name)==\($0.version)" }))
        guard let integrity = server.integrity else { return [all] }
        // A hash of one makes pip want one of each: so the package comes alone first, then what it depends on.
        let hash = integrity.replacing("sha256-", with: "sha256:")
        let first = Requirements(text: lines(["\(pinned) --hash=\(hash)"]), isHashed: true, hasDependencies: false)
        return [first, all]
    }

    private func pipWords(_ file: String, _ report: String, _ requirements: Requirements) -> [String] {
        ["-I", "-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--progress-bar", "off"]
            + ["--prefer-binary", "--report", report]
            + (requirements.isHashed ? ["--require-hashes"] : [])
            + (requirements.hasDependencies ? [] : ["--no-deps"])
            + ["-r", file]
    }

    /// What pip's report says that was fetched, without what is known already.
    static func packages(_ report: JSONValue, beside known: [LockedPackage]) -> [LockedPackage] {
        let names = Set(known.map(\.name))
        return (report["install"]?.arrayValue ?? []).compactMap { item in
            guard let name = item["metadata"]?["name"]?.stringValue, !names.contains(name),
                let version = item["metadata"]?["version"]?.stringValue
            else { return nil }
            let hash = item["download_info"]?["archive_info"]?["hashes"]?["sha256"]?.stringValue
            return LockedPackage(name, version, integrity: hash.map { "sha256:\($0)" })
        }
    }

    // MARK: Programs

    private func program(_ job: InstallJob, _ package: String) async throws(InstallError) -> Installation.Program {
        let wanted = job.request.server.executable
        for name in [wanted, package].compactMap({ $0 }) where !name.contains("/") {
            if PrefixFolder(job.folder).isProgram("bin/\(name)") {
                return Installation.Program("\(job.prefix)/bin/\(name)")
            }
        }
        let asked = await job.result("\(job.folder)/bin/python", ["-I", "-c", Self.scripts, package])
        let names = asked.isGood ? asked.output.filter { !$0.isEmpty } : []
        if wanted == nil, names.count == 1 { return Installation.Program("\(job.prefix)/bin/\(names[0])") }
        let near = wanted.flatMap { NearestName.of($0, among: names) }.map { "did you mean \($0)?" }
        let known = names.isEmpty ? "it brings no programs" : "it brings \(names.joined(separator: ", "))"
        throw InstallError(.noProgram, job.title, package, detail: near ?? known)
    }
}
