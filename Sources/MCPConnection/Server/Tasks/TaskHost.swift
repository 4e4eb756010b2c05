import Glibc
import JSON
package import MCP
import Synchronization

/// Runs calls as tasks and answers for them: drives one task table for any number of clients.
///
/// Work goes on in `run`, whatever becomes of the connection that its call came over.
package final class TaskHost: Sendable {
    struct Job: Sendable {
        let control: TaskControl
        let stop: OneShot<Void>
        let work: TaskWork
    }

    private struct Question: Hashable {
        let task: String
        let round: Int
    }

    private struct State {
        var table: TaskTable
        var isTaken = false
        var stops: [String: OneShot<Void>] = [:]
        var asked: [Question: OneShot<[String: JSONObject]>] = [:]
        /// Those who wait for the next change of a task.
        var watchers: [String: [OneShot<Void>]] = [:]
    }

    private let queue: AsyncStream<Job>
    private let jobs: AsyncStream<Job>.Continuation
    private let time: Timekeeper
    private let start: Duration
    private let newID: @Sendable () -> String
    private let changed: @Sendable (String) -> Void
    private let state: Mutex<State>

    /// A host that runs nothing yet.
    /// - Parameters:
    ///   - bounds: how many tasks, and for how long.
    ///   - clock: what tells when a task is forgotten, and what its work waits by.
    ///   - start: the time since 1970 at this moment; nil asks the system.
    ///   - newID: makes up an id that nobody can guess; by default of 128 random bits.
    ///   - changed: called when a task is in another state; must not block.
    package init<C: Clock<Duration>>(
        bounds: TaskBounds = TaskBounds(),
        clock: C,
        start: Duration? = nil,
        newID: @escaping @Sendable () -> String = TaskHost.randomID,
        changed: @escaping @Sendable (_ id: String) -> Void = { _ in }
    ) {
        (queue, jobs) = AsyncStream.makeStream(of: Job.self, bufferingPolicy: .bufferingOldest(bounds.count))
        time = Timekeeper(clock)
        self.start = start ?? Self.systemTime
        self.newID = newID
        self.changed = changed
        state = Mutex(State(table: TaskTable(bounds: bounds)))
    }

    /// Runs what was and is started, until cancelled; then what is not done is given up, and nothing starts any more.
    ///
    /// Only the first call does anything.
    package func run() async {
        let isFirst = state.withLock { state in
            defer { state.isTaken = true }
            return !state.isTaken
        }
        guard isFirst else { return }
        await withDiscardingTaskGroup { group in
            for await job in queue {
                group.addTask { await self.perform(job) }
            }
            group.cancelAll()
        }
        jobs.finish()
    }

    /// Makes a call a task; it can be asked after before the answer that says so is sent.
    ///
    /// In 2025-11-25 it is the client that asks for it, with the member `task` of the call.
    /// - Parameters:
    ///   - call: the call, of a client that declared the extension, or that asked for a task.
    ///   - caller: who alone may ask after the task.
    ///   - work: what the call does.
    /// - Returns: the answer to the call.
    /// - Throws: an error for a client that did not declare the extension, and where there are too many tasks.
    package func start(
        _ call: ServerCall,
        for caller: String,
        _ work: @escaping TaskWork
    ) throws(ErrorObject) -> Members {
        let capabilities = call.context.clientCapabilities
        let wish = call.context.taskWish
        guard wish != nil || call.context.era == .modern && capabilities.supportsTasks else {
            throw .missingClientCapability(TaskExtension.required)
        }
        let timeToLive = wish?["ttl"]?.intValue.map { Duration.milliseconds(max(0, $0)) }
        advance()
        let id = newID()
        let stop = OneShot<Void>()
        let result = state.withLock { state -> Result<TaskHandle, ErrorObject> in
            do throws(ErrorObject) {
                let handle = try state.table.create(
                    id,
                    for: caller,
                    timeToLive: timeToLive,
                    isLegacy: wish != nil
                )
                state.stops[id] = stop
                return .success(handle)
            } catch {
                return .failure(error)
            }
        }
        let created = try result.get()
        let control = TaskControl(id: id, capabilities: capabilities, host: self)
        guard case .enqueued = jobs.yield(Job(control: control, stop: stop, work: work)) else {
            handle { $0.abandon(id, message: "The server is ending") }
            state.withLock { $0.stops[id] = nil }
            throw ErrorObject(.internalError, "The server is ending")
        }
        return Members(wish == nil ? created.result : created.legacyResult)
    }

    /// Answers `tasks/get`, `tasks/update` and `tasks/cancel`.
    package func answer(_ call: ServerCall, for caller: String) throws(ErrorObject) -> Members {
        guard call.context.era == .modern else { throw .methodNotFound(call.context.method) }
        let params = call.context.params
        guard let id = params["taskId"]?.stringValue else { throw .invalidParams("taskId is not a string") }
        switch call.context.method {
        case TaskExtension.get:
            guard let details = details(of: id, for: caller) else { throw TaskTable.unknown }
            return Members(details.json)
        case TaskExtension.update:
            guard let responses = params["inputResponses"]?.objectValue else {
                throw .invalidParams("inputResponses is not an object")
            }
            try attempt { table throws(ErrorObject) in try table.answer(responses, of: id, for: caller) }
        case TaskExtension.cancel:
            try attempt { table throws(ErrorObject) in try table.cancel(id, for: caller) }
        default:
            throw .methodNotFound(call.context.method)
        }
        return Members()
    }

    /// How a task of this caller is doing; nil when it has none by that id, or no longer.
    package func details(of id: String, for caller: String) -> TaskDetails? {
        advance()
        return state.withLock { $0.table.details(of: id, for: caller) }
    }

    /// Lets time pass on the host's clock; returns at once when the waiting task is cancelled.
    package func pause(_ duration: Duration) async {
        // Cancelled is an ordinary end: whoever waits looks for it itself.
        try? await time.sleep(untilElapsed: time.elapsed + duration)
    }

    // MARK: Driving the table

    func handle(_ event: (inout TaskTable) -> [TaskAction]) {
        advance()
        perform(state.withLock { event(&$0.table) })
    }

    func ask(_ questions: [InputRequiredResult.InputRequest], of id: String) async -> [String: JSONObject]? {
        let answer = OneShot<[String: JSONObject]>()
        let asked = state.withLock { state -> (Question, [TaskAction])? in
            guard let asked = state.table.ask(questions, of: id) else { return nil }
            let question = Question(task: id, round: asked.round)
            state.asked[question] = answer
            return (question, asked.actions)
        }
        guard let (question, actions) = asked else { return nil }
        perform(actions)
        defer { state.withLock { $0.asked[question] = nil } }
        return await answer.wait()
    }

    /// Fired at the next change of a task.
    func nextChange(of id: String) -> OneShot<Void> {
        let change = OneShot<Void>()
        state.withLock { $0.watchers[id, default: []].append(change) }
        return change
    }

    /// Takes back a wait that is not needed any more.
    func forget(_ change: OneShot<Void>, of id: String) {
        state.withLock { state in
            state.watchers[id]?.removeAll { $0 === change }
            if state.watchers[id]?.isEmpty == true { state.watchers[id] = nil }
        }
    }

    private func release(_ id: String) {
        let watchers = state.withLock { $0.watchers.removeValue(forKey: id) }
        for watcher in watchers ?? [] { watcher.fire() }
    }

    /// The tasks of a caller, the oldest first.
    func handles(for caller: String) -> [TaskHandle] {
        advance()
        return state.withLock { $0.table.handles(for: caller) }
    }

    func attempt(_ event: (inout TaskTable) throws(ErrorObject) -> [TaskAction]) throws(ErrorObject) {
        advance()
        let actions = state.withLock { state -> Result<[TaskAction], ErrorObject> in
            do throws(ErrorObject) {
                return .success(try event(&state.table))
            } catch {
                return .failure(error)
            }
        }
        perform(try actions.get())
    }

    private func advance() {
        let now = start + time.elapsed
        perform(state.withLock { $0.table.advance(to: now) })
    }

    private func perform(_ actions: [TaskAction]) {
        for action in actions {
            switch action {
            case .changed(let id):
                release(id)
                changed(id)
            case .resume(let id, let round, let answers):
                state.withLock { $0.asked[Question(task: id, round: round)] }?.fulfil(answers)
            case .stop(let id):
                release(id)
                state.withLock { $0.stops[id] }?.fire()
            }
        }
    }

    private func perform(_ job: Job) async {
        let result = await job.stop.unlessFired { () async -> Result<JSONObject, ErrorObject> in
            do throws(ErrorObject) {
                return .success(try await job.work(job.control))
            } catch {
                return .failure(error)
            }
        }
        let id = job.control.id
        if let result, !Task.isCancelled {
            handle { $0.end(id, with: result) }
        } else {
            handle { $0.abandon(id, message: "The server gave the task up") }
        }
        state.withLock { state in
            state.stops[id] = nil
            state.stops.shrinkWhenEmpty()
        }
    }

    /// 128 random bits as text.
    package static let randomID: @Sendable () -> String = {
        var generator = SystemRandomNumberGenerator()
        let halves = (0..<2).map { _ in
            let digits = String(generator.next(), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }
        return halves.joined()
    }

    private static var systemTime: Duration {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
