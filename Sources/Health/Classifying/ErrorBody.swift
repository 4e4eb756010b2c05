import JSON

/// What a body that reports an error says in a form made for programs.
///
/// A body counts as a report only where it is marked as one, at its top or inside the usual wrappers: a good answer may
/// well speak of errors somewhere in its data.
struct ErrorBody: Sendable {
    /// Statuses as HTTP has them, found in members such as `status_code`.
    private(set) var statuses: [Int] = []
    /// Names and numbers of errors, as written.
    private(set) var codes: [String] = []
    /// Texts for people.
    private(set) var messages: [String] = []
    /// How the body says that it is a report, such as `ok false`.
    private(set) var marks: [String] = []
    /// Seconds to wait, where a member says so.
    private(set) var retrySeconds: Double?

    private var budget = 400
    private static let wrappers = [
        "data", "result", "results", "response", "structuredContent", "content", "body", "output", "details",
    ]
    private static let codeKeys: Set<String> = [
        "code", "errorcode", "error", "err", "errortype", "type", "tag", "status", "reason", "category", "name",
        "errorsummary", "kind", "errorname",
    ]
    private static let messageKeys: Set<String> = [
        "error", "err", "message", "detail", "details", "description", "errordescription", "errorsummary",
        "statusmessage", "hint", "msg", "title", "text", "errormessages", "usermessage", "userpresentablemessage",
    ]
    private static let statusKeys: Set<String> = ["status", "statuscode", "code", "httpstatus", "httpstatuscode"]
    private static let pauseKeys: Set<String> = ["retryafter", "retryafterseconds"]

    init(_ values: [JSONValue]) {
        for value in values { find(value, depth: 0, isElement: false) }
    }

    /// Whether anything reports an error.
    var isReport: Bool { !marks.isEmpty }

    // MARK: Finding the report

    private mutating func find(_ value: JSONValue, depth: Int, isElement: Bool) {
        guard depth < 6, budget > 0 else { return }
        budget -= 1
        switch value {
        case .object(let object):
            let found = Self.reportMarks(of: object, isElement: isElement)
            guard found.isEmpty else {
                marks += found
                collect(value, key: "", depth: 0)
                return
            }
            for wrapper in Self.wrappers {
                if let inner = object[wrapper] { find(inner, depth: depth + 1, isElement: isElement) }
            }
        case .array(let array):
            for element in array.prefix(3) { find(element, depth: depth + 1, isElement: true) }
        case .string(let text):
            if let inner = AnswerBody.json(text) { find(inner, depth: depth + 1, isElement: isElement) }
        case .null, .bool, .number:
            break
        }
    }

    /// Why an object is a report; elements of lists are data, so that they must say it plainly.
    private static func reportMarks(of object: JSONObject, isElement: Bool) -> [String] {
        var marks: [String] = []
        for key in ["ok", "success", "authenticated"] where object[key]?.boolValue == false {
            marks.append("\(key) false")
        }
        for key in ["error", "err", "fault", "exception"] {
            if let value = object[key], isSomething(value) { marks.append(key) }
        }
        if let errors = object["errors"], isSomething(errors), !isElement { marks.append("errors") }
        if object["isError"]?.boolValue == true { marks.append("isError") }
        guard !isElement else { return marks }
        if ["error", "Error"].contains(object["object"]?.stringValue ?? object["type"]?.stringValue ?? "") {
            marks.append("type error")
        }
        if object["error_code"].map(isSomething) == true || object["errorCode"].map(isSomething) == true {
            marks.append("error code")
        }
        for key in ["status_code", "statusCode", "status", "code"] {
            if let status = object[key].flatMap(status) { marks.append("\(key) \(status)") }
        }
        return marks
    }

    private static func isSomething(_ value: JSONValue) -> Bool {
        switch value {
        case .null: false
        case .bool(let truth): truth
        case .number(let number): number.double != 0
        case .string(let text): !text.isEmpty
        case .array(let array): !array.isEmpty
        case .object(let object): !object.isEmpty
        }
    }

    private static func status(_ value: JSONValue) -> Int? {
        let number = value.intValue ?? value.stringValue.flatMap { Int($0) }
        return number.flatMap { (400...599).contains($0) ? $0 : nil }
    }

    // MARK: Reading it

    private mutating func collect(_ value: JSONValue, key: String, depth: Int) {
        guard depth < 8, budget > 0 else { return }
        budget -= 1
        let bare = key.lowercased().filter { $0.isLetter || $0.isNumber }
        switch value {
        case .object(let object):
            for (name, member) in object { collect(member, key: name, depth: depth + 1) }
        case .array(let array):
            for element in array.prefix(5) { collect(element, key: key, depth: depth + 1) }
        case .string(let text):
            if let inner = AnswerBody.json(text) {
                collect(inner, key: key, depth: depth + 1)
            } else {
                read(text, key: bare)
            }
        case .number:
            if Self.pauseKeys.contains(bare) { retrySeconds = retrySeconds ?? value.doubleValue }
            if Self.statusKeys.contains(bare), let status = Self.status(value) {
                statuses.append(status)
            } else if bare.hasSuffix("code") || bare.hasSuffix("error"), let number = value.numberValue {
                codes.append(number.text)
            }
        case .bool(true):
            if KnownCode.outcome(of: key) != nil { codes.append(key) }
        case .null, .bool(false):
            break
        }
    }

    private mutating func read(_ text: String, key: String) {
        if Self.statusKeys.contains(key), let status = Self.status(.string(text)) {
            statuses.append(status)
            return
        }
        if Self.pauseKeys.contains(key) { retrySeconds = retrySeconds ?? Double(text) }
        if Self.codeKeys.contains(key) || key.hasSuffix("code") || key.hasSuffix("error"), !text.contains(" ") {
            codes.append(text)
        }
        if Self.messageKeys.contains(key) || key.hasSuffix("message") { messages.append(text) }
    }
}
