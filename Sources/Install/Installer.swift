import FoundationEssentials
import JSON
import Registry

/// Turns the server of an entry into something that can be started, in a folder that is given.
///
/// The folder holds a whole installation or none: it is built beside it, and renamed. Nothing of a package runs on the
/// way, apart from what its build needs, and the scripts that an entry allows.
package struct Installer: Sendable {
    private let runner: any CommandRunner
    private let environment: [String: String]
    private let bound: Duration

    /// - Parameters:
    ///   - runner: runs the clients.
    ///   - environment: ours; the clients get what configures them, see ``ClientEnvironment``.
    ///   - bound: the longest that one run of a client may take.
    package init(runner: any CommandRunner, environment: [String: String], bound: Duration = .seconds(600)) {
        self.runner = runner
        self.environment = ClientEnvironment.from(environment)
        self.bound = bound
    }

    /// What is installed there for this request; nil when it has to be installed first.
    package func installed(_ request: InstallRequest, at prefix: String) -> Installation? {
        guard let found = InstallPrefix(prefix).installation, found.answers(request) else { return nil }
        return found
    }

    /// What is installed there, whatever was asked for; nil when nothing is, or not all of it.
    package func installation(at prefix: String) -> Installation? { InstallPrefix(prefix).installation }

    /// Installs, unless the same is there already.
    ///
    /// - Parameters:
    ///   - request: what.
    ///   - prefix: an absolute path; what another request has put there is replaced, anything else is not touched.
    ///   - onEvent: called for each event, from any thread; must not block.
    /// - Returns: what to start; without a program where the launch plan knows better.
    /// - Throws: why it is not there. Then whatever was there before still is.
    package func install(
        _ request: InstallRequest,
        at prefix: String,
        onEvent: @escaping @Sendable (InstallEvent) -> Void = { _ in }
    ) async throws(InstallError) -> Installation {
        guard let client = Self.client(of: request.server.kind) else {
            return Installation(identity: request.identity, prefix: "", program: nil, client: "")
        }
        let place = InstallPrefix(prefix)
        if request.lock.isEmpty, let found = installed(request, at: place.path) {
            onEvent(.reused)
            return found
        }
        guard prefix.hasPrefix("/"), !place.isTaken else {
            throw InstallError(.prefixTaken, request.title, prefix)
        }
        place.removeLeftovers()
        let partial = try written(request, prefix) { try place.makePartial() }
        do throws(InstallError) {
            let job = InstallJob(
                request: request,
                folder: partial,
                prefix: place.path,
                environment: environment,
                runner: runner,
                bound: bound,
                onEvent: onEvent
            )
            let installation = try await client.install(job)
            guard !Task.isCancelled else { throw InstallError(.cancelled, request.title, job.pinned) }
            onEvent(.began(.commit))
            let text = installation.json.text(.pretty)
            try PrefixFolder(partial).write(text + "\n", to: "\(partial)/\(Installation.marker)", job)
            try written(request, prefix) { try place.commit(partial) }
            onEvent(.finished)
            return installation
        } catch {
            InstallPrefix.remove(partial)
            throw error
        }
    }

    /// Removes an installation; what is none stays.
    package func remove(_ prefix: String) {
        let place = InstallPrefix(prefix)
        guard !place.isTaken else { return }
        InstallPrefix.remove(place.path)
        place.removeLeftovers()
    }

    private static func client(of kind: ServerKind) -> (any PackageClient)? {
        switch kind {
        case .pypi: PyPIClient()
        case .npm: NPMClient()
        case .oci: OCIClient()
        // A program of the user, an address, operations of our own: there is nothing to fetch.
        case .command, .remote, .skill: nil
        }
    }

    private func written<Value>(
        _ request: InstallRequest,
        _ prefix: String,
        _ body: () throws -> Value
    ) throws(InstallError) -> Value {
        do {
            return try body()
        } catch let error as CocoaError where error.code == .fileWriteOutOfSpace {
            throw InstallError(.diskFull, request.title, prefix)
        } catch {
            throw InstallError(.notWritable, request.title, prefix, detail: "\(error)")
        }
    }
}
