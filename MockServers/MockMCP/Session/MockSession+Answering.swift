import MCP

extension MockSession {
    /// Answers a request that the speaker found valid.
    mutating func answer(_ context: RequestContext) {
        if context.era == .modern, !isReady {
            isReady = true
            send(desk.notifications(.ready, during: context), during: context)
        }
        guard context.method != "subscriptions/listen" else { return listen(context) }
        let reply = desk.answer(context)
        send(reply.notifications, during: context)
        if reply.delay > .zero {
            for step in 0..<reply.progressSteps {
                let time = now + reply.delay * step / reply.progressSteps
                schedule.add(.progress(context.id, step: step + 1, of: reply.progressSteps), at: time)
            }
            schedule.add(.respond(context.id, reply.result), at: now + reply.delay)
        } else {
            respond(to: context.id, with: reply.result)
        }
        for index in reply.changes { change(index) }
    }

    /// Answers now, with everything that may still be in the way.
    mutating func respond(to id: RequestID, with answer: Result<Members, ErrorObject>) {
        switch answer {
        case .success(let result): perform(speaker.respond(to: id, with: result))
        case .failure(let error): perform(speaker.respond(to: id, with: error))
        }
    }

    private mutating func send(_ notifications: [MCP.Notification], during context: RequestContext) {
        for notification in notifications { perform(speaker.notify(notification, during: context.id)) }
    }
}
