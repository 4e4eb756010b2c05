package import JSON

/// The tasks of a server: who may see which, how far each is, what it waits for, and when it is forgotten.
///
/// Time is told with `advance`, as the time since 1970 on a clock that never goes back; every other event happens then.
/// A task that is not the caller's does not exist for it.
package struct TaskTable: Sendable {
    struct Round: Sendable {
        let number: Int
        /// By the key on the wire: the key that the work used.
        let names: [String: String]
        var pending: [InputRequiredResult.InputRequest]
        var answers: [String: JSONObject] = [:]
    }

    struct Entry: Sendable {
        let caller: String
        let expires: Duration
        let isLegacy: Bool
        var details: TaskDetails
        var rounds: [Round] = []
        var lastRound = 0
        var usedKeys: Set<String> = []
    }

    /// How many there may be, and for how long.
    package let bounds: TaskBounds

    var entries: [String: Entry] = [:]
    private var now: Duration = .zero

    /// No tasks yet.
    package init(bounds: TaskBounds = TaskBounds()) {
        self.bounds = bounds
    }

    /// Tasks that are kept.
    package var count: Int { entries.count }

    /// Moves time on, and forgets the tasks whose time is over.
    package mutating func advance(to time: Duration) -> [TaskAction] {
        now = max(now, time)
        let expired = entries.filter { $0.value.expires <= now }
        for id in expired.keys { entries[id] = nil }
        entries.shrinkWhenEmpty()
        return expired.filter { !$0.value.details.handle.status.isFinal }.keys.sorted().map { .stop($0) }
    }

    /// Begins a task under an id that nobody can guess.
    ///
    /// A caller that names a time to live gets it where it is not longer than ours.
    /// - Throws: an error for the caller when there are too many.
    package mutating func create(
        _ id: String,
        for caller: String,
        timeToLive wanted: Duration? = nil,
        isLegacy: Bool = false
    ) throws(ErrorObject) -> TaskHandle {
        guard entries[id] == nil else { throw ErrorObject(.internalError, "The id of the task is taken") }
        let own = entries.values.count { $0.caller == caller }
        guard entries.count < bounds.count, own < bounds.countPerCaller else {
            throw ErrorObject(.internalError, "There are too many tasks: try again when some are forgotten")
        }
        let text = Timestamp.text(now)
        let timeToLive = min(wanted ?? bounds.timeToLive, bounds.timeToLive)
        let handle = TaskHandle(
            id: id,
            createdAt: text,
            lastUpdatedAt: text,
            timeToLiveInMilliseconds: Int64(timeToLive / .milliseconds(1)),
            pollIntervalInMilliseconds: Int64(bounds.pollInterval / .milliseconds(1))
        )
        entries[id] = Entry(
            caller: caller,
            expires: now + timeToLive,
            isLegacy: isLegacy,
            details: TaskDetails(handle: handle)
        )
        return handle
    }

    /// The tasks of a caller, the oldest first.
    package func handles(for caller: String) -> [TaskHandle] {
        entries.values.filter { $0.caller == caller }.map(\.details.handle)
            .sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
    }

    /// How a task of this caller is doing; nil when the caller has none by that id, or no longer.
    package func details(of id: String, for caller: String) -> TaskDetails? {
        guard let entry = entries[id], entry.caller == caller else { return nil }
        return entry.details
    }

    /// Has a task say something about its state; nothing happens when it is over.
    package mutating func say(_ message: String?, of id: String) -> [TaskAction] {
        change(id) { $0.details.handle.message = message }
    }

    /// Ends a task with what its call came to; nothing happens when it is over already.
    package mutating func end(_ id: String, with result: Result<JSONObject, ErrorObject>) -> [TaskAction] {
        change(id) { entry in
            entry.rounds = []
            switch result {
            case .success(let result):
                // In 2025-11-25 a tool that failed is a task that failed, and its result is still to be had.
                let isFailure = entry.isLegacy && result["isError"] == true
                entry.details.handle.status = isFailure ? .failed : .completed
                entry.details.content = .result(result)
            case .failure(let error):
                entry.details.handle.status = .failed
                entry.details.handle.message = error.message
                entry.details.content = .error(error)
            }
        }
    }

    /// The work of a task was given up by the server itself.
    package mutating func abandon(_ id: String, message: String) -> [TaskAction] {
        change(id) { entry in
            entry.rounds = []
            entry.details.handle.status = .cancelled
            entry.details.handle.message = message
            entry.details.content = .none
        }
    }

    /// The caller no longer wants a task; one that is over stays as it is.
    /// - Throws: an error for a caller that has no such task.
    package mutating func cancel(_ id: String, for caller: String) throws(ErrorObject) -> [TaskAction] {
        guard let details = details(of: id, for: caller) else { throw Self.unknown }
        guard !details.handle.status.isFinal else { return [] }
        return abandon(id, message: "The client cancelled the task") + [.stop(id)]
    }

    /// The refusal of an id that is none of the caller's, which does not tell whether it is somebody else's.
    package static let unknown = ErrorObject.invalidParams("taskId names no task, or one that has expired")

    /// Changes a task that is not over, and notes when.
    mutating func change(_ id: String, _ change: (inout Entry) -> Void) -> [TaskAction] {
        guard var entry = entries[id], !entry.details.handle.status.isFinal else { return [] }
        change(&entry)
        entry.details.handle.lastUpdatedAt = Timestamp.text(now)
        entries[id] = entry
        return [.changed(id)]
    }
}
