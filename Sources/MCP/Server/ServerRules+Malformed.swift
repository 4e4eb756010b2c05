extension ServerRules {
    /// What to answer to something that is no acceptable message; nil when it was an answer or a notification itself.
    package static func answer(toMalformed error: MessageError) -> ErrorObject? {
        if error.isAnswer { return nil }
        switch error.fault {
        case .notJSON(let fault):
            return ErrorObject(.parseError, "Parse error: \(fault)")
        case .paramsNotAnObject:
            return error.isRequest ? .invalidParams(error.description) : nil
        default:
            return .invalidRequest(error.description)
        }
    }
}
