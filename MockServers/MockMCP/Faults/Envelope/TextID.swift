import JSON
import MCP

/// Gives a number back as a string, or a string of digits as a number.
struct TextID: Fault {
    static let form = FaultForm(
        "text-id",
        .envelope,
        "answers 1 with the id \"1\", and \"1\" with 1",
        breaks: "A response carries the id of its request, of the same type."
    )

    init(_ arguments: FaultArguments) {}

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        guard var answer = event.response() else { return .pass }
        switch answer.request.id {
        case .number(let number): answer.message["id"] = .value(.string(number.text))
        case .string(let text):
            answer.message["id"] = .value(Int(text).map { .number(JSONNumber($0)) } ?? .string(text))
        default: return .pass
        }
        return answer.sent
    }
}
