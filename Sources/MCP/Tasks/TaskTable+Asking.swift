package import JSON

extension TaskTable {
    /// What a task waits for when it asks.
    package struct Asked: Sendable, Hashable {
        /// Comes back with the answers.
        package let round: Int
        /// What is to be done at once.
        package let actions: [TaskAction]
    }

    /// Has a task ask its client; a key that was used before is changed, since none may mean two things.
    /// - Returns: nil when the task is over.
    package mutating func ask(_ requests: [InputRequiredResult.InputRequest], of id: String) -> Asked? {
        guard let entry = entries[id], !entry.details.handle.status.isFinal else { return nil }
        let round = entry.lastRound + 1
        let actions = change(id) { entry in
            entry.lastRound = round
            var names: [String: String] = [:]
            let pending = requests.map { request in
                var renamed = request
                var suffix = 1
                while !entry.usedKeys.insert(renamed.key).inserted {
                    suffix += 1
                    renamed.key = "\(request.key)-\(suffix)"
                }
                names[renamed.key] = request.key
                return renamed
            }
            entry.rounds.append(Round(number: round, names: names, pending: pending))
            entry.showQuestions()
        }
        return Asked(round: round, actions: actions)
    }

    /// Takes the caller's answers, as many as there are; those to nothing that is asked are ignored.
    /// - Throws: an error for a caller that has no such task, and for an answer that is no object.
    package mutating func answer(
        _ responses: JSONObject,
        of id: String,
        for caller: String
    ) throws(ErrorObject) -> [TaskAction] {
        guard details(of: id, for: caller) != nil else { throw Self.unknown }
        var answers: [String: JSONObject] = [:]
        for (key, value) in responses {
            guard let answer = value.objectValue else { throw .invalidParams("inputResponses.\(key) is not an object") }
            answers[key] = answer
        }
        guard let entry = entries[id], entry.rounds.contains(where: { $0.isAnswered(by: answers) }) else { return [] }
        var resumed: [TaskAction] = []
        let actions = change(id) { entry in
            for index in entry.rounds.indices { entry.rounds[index].take(answers) }
            resumed = entry.rounds.filter(\.pending.isEmpty).map {
                .resume(id, round: $0.number, answers: $0.answers)
            }
            entry.rounds.removeAll(where: \.pending.isEmpty)
            entry.showQuestions()
        }
        return actions + resumed
    }
}

extension TaskTable.Round {
    func isAnswered(by answers: [String: JSONObject]) -> Bool {
        pending.contains { answers[$0.key] != nil }
    }

    mutating func take(_ answers: [String: JSONObject]) {
        for request in pending {
            if let answer = answers[request.key] { self.answers[names[request.key] ?? request.key] = answer }
        }
        pending.removeAll { answers[$0.key] != nil }
    }
}

extension TaskTable.Entry {
    /// A task waits as long as anything it asked is not answered.
    mutating func showQuestions() {
        let pending = rounds.flatMap(\.pending)
        details.handle.status = pending.isEmpty ? .working : .inputRequired
        details.content = pending.isEmpty ? .none : .inputs(pending)
    }
}
