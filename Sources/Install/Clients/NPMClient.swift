import JSON
import Registry
import Wording

/// Node packages: a private folder, resolved to a lock first and then installed by exactly that lock.
struct NPMClient: PackageClient {
    private static let quiet = ["--no-audit", "--no-fund", "--no-update-notifier", "--no-progress", "--loglevel=warn"]

    func install(_ job: InstallJob) async throws(InstallError) -> Installation {
        let server = job.request.server
        guard let package = server.package, !package.isEmpty else {
            throw InstallError(.incompleteEntry, job.title, "package")
        }
        job.began(.tools)
        let node = try await runtime(job)
        job.began(.environment)
        let folder = PrefixFolder(job.folder)
        try folder.write(manifest(job, package).text(), to: "\(job.folder)/package.json", job)
        let scripts = server.allowsInstallScripts ? [] : ["--ignore-scripts"]
        job.began(.resolve)
        let common = ["--prefix", job.folder] + scripts + Self.quiet
        try await job.run("npm", ["install", "--package-lock-only"] + common, in: job.folder, fault: NPMFault.code)
        let lock = Self.packages(try folder.json("\(job.folder)/package-lock.json", job))
        try check(lock, package, job)
        job.began(.fetch)
        try await job.run("npm", ["ci"] + common, in: job.folder, fault: NPMFault.code)
        return Installation(
            identity: job.request.identity,
            prefix: job.prefix,
            program: try program(job, package, node.path),
            client: "npm \(node.npm) of Node.js \(node.version)",
            lock: lock
        )
    }

    private func runtime(
        _ job: InstallJob
    ) async throws(InstallError) -> (path: String, version: String, npm: String) {
        let asked = try await job.run("node", ["-p", "process.execPath + '\\n' + process.version"]) { _ in nil }
        guard asked.output.count >= 2 else { throw InstallError(.toolMissing, job.title, "node") }
        let npm = try await job.run("npm", ["--version"]) { _ in nil }
        let demands = job.request.server.requires.map(VersionRequirement.init).filter { $0.name == "node" }
        let version = String(asked.output[1].drop { $0 == "v" })
        guard let unmet = demands.first(where: { !$0.accepts(version) }) else {
            return (asked.output[0], version, npm.output.last ?? "")
        }
        throw InstallError(.wrongRuntime, job.title, unmet.description, detail: "here is \(version)")
    }

    private func manifest(_ job: InstallJob, _ package: String) -> JSONValue {
        let server = job.request.server
        var manifest: JSONObject = [
            "private": true, "dependencies": .object([package: .string(server.version ?? "latest")]),
        ]
        // The lock of an earlier time, and the entry's own pins, for packages deep below.
        var overrides = JSONObject()
        for pin in server.constraints {
            let requirement = VersionRequirement(pin)
            overrides[requirement.name] = .string(String(pin.dropFirst(requirement.name.count)))
        }
        for locked in job.request.lock where locked.name != package { overrides[locked.name] = .string(locked.version) }
        if !overrides.isEmpty { manifest["overrides"] = .object(overrides) }
        return .object(manifest)
    }

    /// What npm's lock holds, without the root; a package below another one keeps its place as its name.
    static func packages(_ lock: JSONValue) -> [LockedPackage] {
        (lock["packages"]?.objectValue ?? [:]).compactMap { path, facts in
            guard path.hasPrefix("node_modules/"), let version = facts["version"]?.stringValue else { return nil }
            let name = String(path.dropFirst("node_modules/".count))
            return LockedPackage(name, version, integrity: facts["integrity"]?.stringValue)
        }
    }

    private func check(_ lock: [LockedPackage], _ package: String, _ job: InstallJob) throws(InstallError) {
        guard let found = lock.first(where: { $0.name == package }) else {
            throw InstallError(.failed, job.title, job.pinned, detail: "npm's lock does not hold it")
        }
        let earlier = Dictionary(job.request.lock.map { ($0.name, $0) }) { first, _ in first }
        for one in lock {
            let wanted =
                one.name == package
                ? job.request.server.integrity ?? earlier[package]?.integrity : earlier[one.name]?.integrity
            guard let wanted, let seen = one.integrity, wanted != seen else { continue }
            throw InstallError(
                .integrityMismatch,
                job.title,
                "\(one.name)@\(found.version)",
                detail: "wanted \(wanted), the registry offers \(seen)"
            )
        }
    }

    private func program(
        _ job: InstallJob,
        _ package: String,
        _ node: String
    ) throws(InstallError) -> Installation.Program {
        let below = "node_modules/\(package)"
        let manifest = try PrefixFolder(job.folder).json("\(job.folder)/\(below)/package.json", job)
        var programs: [String: String] = [:]
        let own = String(package.split(separator: "/").last ?? "")
        if let single = manifest["bin"]?.stringValue { programs[own] = single }
        for (name, path) in manifest["bin"]?.objectValue ?? [:] { programs[name] = path.stringValue }
        let wanted = job.request.server.executable
        let chosen = wanted ?? (programs.count == 1 ? programs.keys.first : own)
        guard let chosen, let script = programs[chosen] else {
            let names = programs.keys.sorted()
            let near = wanted.flatMap { NearestName.of($0, among: names) }.map { "did you mean \($0)?" }
            let known = names.isEmpty ? "it brings no programs" : "it brings \(names.joined(separator: ", "))"
            throw InstallError(.noProgram, job.title, package, detail: near ?? known)
        }
        let clean = script.hasPrefix("./") ? String(script.dropFirst(2)) : script
        let path = "\(below)/\(clean)"
        guard PrefixFolder(job.folder).exists(path) else {
            throw InstallError(.noProgram, job.title, package, detail: "\(clean) is not in it")
        }
        let isScript =
            PrefixFolder(job.folder).firstLine(path).contains("node")
            || [".js", ".mjs", ".cjs"].contains(where: clean.hasSuffix)
        return isScript
            ? Installation.Program(node, arguments: ["\(job.prefix)/\(path)"])
            : Installation.Program("\(job.prefix)/\(path)")
    }
}
