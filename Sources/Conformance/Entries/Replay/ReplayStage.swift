import Fixtures
import Glibc
import Health
package import MCP
import MCPConnection
package import Probing
import Recording
import Registry
import Synchronization

/// Performs the servers of entries from what was recorded of them, or documented: each fixture as a process.
package final class ReplayStage<C: Clock<Duration>>: EntryStage {
    private let mock: String
    private let folder: String
    private let base: [String: String]
    private let stopBound: Duration
    private let clock: C
    private let prober: Prober<C>
    private let starts = Mutex(0)
    /// The fixtures that were read last, by path: each is asked for when it is prepared, for its terms and when it is played.
    private let shelf = Mutex<[(path: String, fixture: Fixture?)]>([])

    /// - Parameters:
    ///   - mock: the path of openwork-mock.
    ///   - folder: where the fixtures of the registry lie.
    ///   - base: the variables that every process gets.
    ///   - stopBound: how long a process may take to end.
    ///   - clock: counts bounds and latencies.
    ///   - info: who we say we are.
    package init(
        mock: String,
        folder: String,
        base: [String: String],
        stopBound: Duration,
        clock: C,
        info: Implementation
    ) {
        self.mock = mock
        self.folder = folder
        self.base = base
        self.stopBound = stopBound
        self.clock = clock
        prober = Prober(clock: clock, origin: clock.now, wallSeconds: { Int64(time(nil)) }, info: info)
    }

    /// Documented, unless a fixture says that it was recorded.
    package var kind: Subject.Kind { .documented }

    /// Over pipes, whatever was recorded.
    package var transport: Subject.Transport { .stdio }

    /// One for each conversation and contact.
    package var startedProcesses: Int { starts.withLock { $0 } }

    /// Not looked at: a replay is a mock.
    package var peakMemoryInKiB: Int? { nil }

    /// Impossible where no fixture shows it.
    package func prepare(_ subject: EntrySubject) async -> EntryPreparation {
        let kinds: [FixtureKind] = [.tools, .probeOK, .credentialMissing, .credentialWrong]
        guard kinds.contains(where: { fixture($0, subject.integration, subject.server) != nil }) else {
            return .impossible(.notApplicable("there is no fixture of it"))
        }
        return .ready(client: nil)
    }

    /// What was asked when the recording was made can be asked again, and nothing else.
    package func judges(_ check: Check, _ needs: Set<EntryCheck.Need>?) -> Bool {
        switch check.group {
        // How it ends, what it is given and what it does with requests that nobody made is the mock's or the server's.
        case .stop, .security, .registry: false
        default: needs.map { !$0.isEmpty } ?? Set(check.steps).isSubset(of: [.firstListing])
        }
    }

    /// The configuration of the recording is not known: placeholders stand for it.
    package func terms(_ subject: EntrySubject, _ scene: EntryScene) -> EntryTerms {
        guard let kind = Self.fixtureKind(scene) else {
            return EntryTerms(obstacle: .notApplicable("no fixture shows a server under \(scene.condition.name)"))
        }
        guard let fixture = fixture(kind, subject.integration, subject.server) else {
            return EntryTerms(obstacle: .notApplicable("there is no fixture \(kind.rawValue) of it"))
        }
        guard !fixture.endsInSilence else {
            return EntryTerms(obstacle: .notApplicable("\(kind.rawValue) ends in silence, which a replay cannot keep"))
        }
        let isMissing = scene == .contact(.troubled(.missing))
        var terms = EntryTerms(isMissing ? [:] : subject.configuration)
        terms.kind = fixture.header.provenance == .recorded ? .recorded : .documented
        terms.arguments = subject.probe.flatMap { fixture.arguments(of: $0.tool) }
        terms.call = nil
        return terms
    }

    /// A process that says what was recorded.
    package func host(_ play: EntryPlay) -> any ServerHost {
        let inner = ProcessHost(server: start(play, .conversation), stopBound: stopBound, clock: clock)
        return CountingHost(inner) { [self] in starts.withLock { $0 += 1 } }
    }

    /// A process for this one contact.
    package func contact(
        _ play: EntryPlay,
        _ subject: ProbeSubject,
        _ bounds: ProbeBounds
    ) async -> EntryContact? {
        starts.withLock { $0 += 1 }
        let server = start(play, .contact(play.condition))
        let kind = Self.fixtureKind(.contact(play.condition))
        let recorded = kind.flatMap { fixture($0, play.integration, play.server) }
        let lists = recorded?.hasAsked("tools/list") ?? true
        return await prober.contact(starting: server, subject, bounds: bounds, lists: lists).map { EntryContact($0) }
    }

    private func start(_ play: EntryPlay, _ scene: EntryScene) -> StdioServer {
        let path = Self.fixtureKind(scene).map { self.path($0, play.integration, play.server) } ?? ""
        return StdioServer(executable: mock, arguments: ["--replay", path], environment: base)
    }

    private static func fixtureKind(_ scene: EntryScene) -> FixtureKind? {
        switch scene {
        case .conversation: .tools
        case .contact(.sound): .probeOK
        case .contact(.troubled(.missing)): .credentialMissing
        case .contact(.troubled(.invalid)): .credentialWrong
        case .contact: nil
        }
    }

    private func path(_ kind: FixtureKind, _ integration: Integration, _ server: IntegrationServer) -> String {
        folder + "/" + Fixture.path(of: kind, integration, server)
    }

    /// Nil when it is not there; one that cannot be read is the business of the replay, which says what is wrong with it.
    private func fixture(
        _ kind: FixtureKind,
        _ integration: Integration,
        _ server: IntegrationServer
    ) -> Fixture? {
        let path = path(kind, integration, server)
        if let known = shelf.withLock({ $0.first { $0.path == path } }) { return known.fixture }
        let fixture = readWhole(path).flatMap { try? Fixture(parsing: String(decoding: $0, as: UTF8.self)) }
        shelf.withLock { shelf in
            // Four of each server, and a few servers at a time.
            if shelf.count >= 64 { shelf.removeFirst() }
            shelf.append((path, fixture))
        }
        return fixture
    }

    private func readWhole(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while case let count = read(descriptor, &chunk, chunk.count), count > 0 { bytes += chunk[..<count] }
        return bytes
    }
}
