import HTTPTypes
import JSON
import MCP
import MCPAuthorization

/// Turns a vendor's answer into a result or a failure: values in, values out.
struct AnswerReader {
    let skill: Skill
    let operation: SkillOperation
    /// What the call was made with.
    let arguments: JSONObject
    /// Seconds since 1970.
    let now: Double

    /// The result, or why there is none; and what the answer says about the limits, in either case.
    func read(_ answer: VendorAnswer) -> (result: Result<SkillResult, SkillFailure>, rate: RateReading) {
        let parsed = parse(answer)
        // What is no JSON is judged by its status, and reported where the status is good.
        let body = try? parsed.get()
        let rate = RateReading(answer, body: body, places: operation.words.retryAfter, now: now)
        if !operation.success.isMet(status: answer.status, body: body) {
            if case .failure(let error) = parsed, (200..<300).contains(answer.status) {
                return (.failure(error), rate)
            }
            return (.failure(failure(answer, body, rate)), rate)
        }
        switch (operation.result.kind, parsed) {
        case (.json, .success(let body)): return (shaped(body, answer), rate)
        case (.json, .failure(let error)): return (.failure(error), rate)
        case (.text, _): return (text(answer), rate)
        case (.file, _): return (.success(file(answer)), rate)
        }
    }

    /// The body as JSON; nil when it is empty.
    private func parse(_ answer: VendorAnswer) -> Result<JSONValue?, SkillFailure> {
        guard !answer.body.isEmpty, operation.method != .head else { return .success(nil) }
        do throws(JSONError) {
            return .success(try JSONValue(parsing: answer.body))
        } catch {
            let type = answer.mediaType.isEmpty ? "no content type" : answer.mediaType
            let message =
                "\(skill.name) answered with something that is not JSON (status \(answer.status), \(type)): "
                + "\(error); it begins with \(answer.beginning.debugDescription)"
            return .failure(SkillFailure(.protocolError, message, status: answer.status))
        }
    }

    // MARK: Success

    private func shaped(_ body: JSONValue?, _ answer: VendorAnswer) -> Result<SkillResult, SkillFailure> {
        var object: JSONObject
        if operation.result.picks.isEmpty {
            switch body {
            case .object(let whole): object = whole
            case nil: object = ["status": .number(JSONNumber(answer.status))]
            case let other?: object = ["result": other]
            }
        } else {
            object = [:]
            for pick in operation.result.picks {
                guard let body, let found = pick.pointer.resolve(in: body) else { continue }
                object[pick.name] = pick.fields.map { Self.select($0, of: found) } ?? found
            }
        }
        object["nextCursor"] = PageReader(pagination: operation.pagination, arguments: arguments).next(body, answer)
        let text = JSONValue.object(object).text()
        return .success(SkillResult(content: [.text(text)], structured: object))
    }

    private static func select(_ fields: [ErrorRule.Detail], of value: JSONValue) -> JSONValue {
        if let items = value.arrayValue { return .array(items.map { select(fields, of: $0) }) }
        let found = fields.compactMap { field in field.pointer.resolve(in: value).map { (field.name, $0) } }
        return .object(JSONObject(found))
    }

    private func text(_ answer: VendorAnswer) -> Result<SkillResult, SkillFailure> {
        guard let text = String(validating: answer.body, as: UTF8.self) else {
            return .failure(SkillFailure(.protocolError, "\(skill.name) answered with bytes that are no text"))
        }
        return .success(SkillResult(content: [.text(text)], structured: ["text": .string(text)]))
    }

    private func file(_ answer: VendorAnswer) -> SkillResult {
        let type = answer.mediaType.isEmpty ? "application/octet-stream" : answer.mediaType
        let contents = ResourceContents(
            uri: "skill://\(skill.id)/\(operation.tool.name)",
            mimeType: type,
            body: .blob(Base64Text.standard(answer.body))
        )
        return SkillResult(content: [.resource(contents)])
    }

    // MARK: Failure

    private func failure(_ answer: VendorAnswer, _ body: JSONValue?, _ rate: RateReading) -> SkillFailure {
        let text = String(decoding: answer.body.prefix(1 << 16), as: UTF8.self)
        let rule = operation.errors.first { $0.fits(status: answer.status, body: body, text: text) }
        let outcome = rule?.outcome ?? Self.usual(answer.status)
        let words = word(operation.words.text, body) ?? (body == nil && !answer.body.isEmpty ? answer.beginning : nil)
        let code = word(operation.words.code, body)
        var message = "\(skill.name) \(Self.meaning(outcome))"
        if let words { message += ": \(words)" }
        message += code.map { " (status \(answer.status), code \($0))" } ?? " (status \(answer.status))"
        if outcome == .rateLimited, let pause = rate.pause { message += "; try again in \(pause.inSeconds) s" }
        if let hint = rule?.hint { message += ". \(hint)" }
        var details: JSONObject = [:]
        for detail in rule?.details ?? [] { details[detail.name] = body.flatMap { detail.pointer.resolve(in: $0) } }
        for detail in details { message += ". \(detail.key): \(SkillRequest.text(detail.value).prefix(200))" }
        return SkillFailure(
            outcome,
            message,
            status: answer.status,
            vendorCode: code,
            retryAfter: [.rateLimited, .vendorError].contains(outcome) ? rate.pause : nil,
            details: details
        )
    }

    private func word(_ places: [JSONPointer], _ body: JSONValue?) -> String? {
        guard let body else { return nil }
        let found = places.lazy.compactMap { $0.resolve(in: body) }.first { !$0.isNull && $0 != "" }
        return found.map { String(SkillRequest.text($0).prefix(300)) }
    }

    private static func usual(_ status: Int) -> SkillOutcome {
        switch status {
        case 401: .credentialInvalid
        case 403: .scopeInsufficient
        case 429: .rateLimited
        case 500...: .vendorError
        default: .toolError
        }
    }

    private static func meaning(_ outcome: SkillOutcome) -> String {
        switch outcome {
        case .credentialMissing: "got no credential"
        case .credentialInvalid: "refuses the credential"
        case .credentialExpired: "says that the credential has expired"
        case .scopeInsufficient: "says that the credential does not allow this"
        case .rateLimited: "has had too many requests"
        case .vendorError: "has a fault of its own"
        default: "declined"
        }
    }
}
