import JSON

extension ClientSession {
    /// The server asks for something.
    mutating func receivedRequest(
        _ id: RequestID,
        _ method: String,
        _ envelope: Envelope,
        _ bytes: [UInt8]
    ) -> [ClientAction] {
        if era == .modern {
            return [.violation(violation(.serverRequestNotAllowed, "the server requests \(method)", bytes))]
        }
        if method == "ping" {
            return [.send(Message.response(Response(id: id, answer: .success([:]))).encoded)]
        }
        guard case .ready = stage else {
            let report = violation(.serverMessageBeforeReady, "\(method) before the handshake was over", bytes)
            return [.violation(report), refuse(id, .invalidRequest("\(method) before the handshake was over"))]
        }
        guard Method.serverRequests.contains(method) else { return [refuse(id, .methodNotFound(method))] }
        guard configuration.capabilities.allow(serverRequest: method) else {
            let report = violation(.undeclaredClientCapability, "\(method) was not offered", bytes)
            return [.violation(report), refuse(id, .methodNotFound(method))]
        }
        guard serverRequests.count < configuration.serverRequestLimit else {
            return [refuse(id, ErrorObject(.internalError, "Too many requests at once"))]
        }
        guard serverRequests.insert(id).inserted else {
            return [.violation(violation(.duplicateRequestID, "\(id) is still being answered", bytes))]
        }
        let params = envelope.payload?.value.objectValue
        return [.serverRequest(Request(id: id, method: method, params: params))]
    }

    /// The server tells something.
    mutating func receivedNotification(
        _ method: String,
        _ envelope: Envelope,
        _ bytes: [UInt8]
    ) -> [ClientAction] {
        let notification = Notification(method: method, params: envelope.payload?.value.objectValue)
        do {
            switch method {
            case "notifications/progress":
                return receivedProgress(try Progress(params: notification.params), bytes)
            case "notifications/cancelled":
                return receivedCancellation(try Cancellation(params: notification.params), bytes)
            default:
                return [.deliver(notification)]
            }
        } catch {
            return [.violation(violation(.invalidNotification, "\(method): \(error)", bytes))]
        }
    }

    private mutating func receivedProgress(_ progress: Progress, _ bytes: [UInt8]) -> [ClientAction] {
        let id = progress.token
        guard var entry = requests[id], entry.isSent, entry.options.wantsProgress else {
            // A server may have reported before it read of the cancellation.
            if requests.standing(of: id) == .abandoned { return [] }
            return [.violation(violation(.unknownProgressToken, "no open request has the token \(id)", bytes))]
        }
        if let last = entry.lastProgress, progress.progress <= last {
            let detail = "\(progress.progress) after \(last)"
            return [.violation(violation(.progressNotIncreasing, detail, bytes))]
        }
        entry.lastProgress = progress.progress
        requests[id] = entry
        let report = ClientAction.progress(id, progress)
        guard let limit = timeLimit(entry.options) else { return [report] }
        return [.setTimer(.request(id), limit), report]
    }

    private mutating func receivedCancellation(_ cancellation: Cancellation, _ bytes: [UInt8]) -> [ClientAction] {
        let id = cancellation.requestID
        guard era == .modern else {
            // Legacy: about a request of the server's own; one that ended meanwhile is no fault.
            guard serverRequests.remove(id) != nil else { return [] }
            return [.serverRequestCancelled(id, reason: cancellation.reason)]
        }
        if let entry = requests[id], entry.isSent, entry.method == "subscriptions/listen" {
            requests.abandon(id)
            return end(id, .cancelledByServer(reason: cancellation.reason))
        }
        if requests.standing(of: id) == .abandoned { return [] }
        return [.violation(violation(.cancellationNotAllowed, "\(id) is no open subscription", bytes))]
    }
}
