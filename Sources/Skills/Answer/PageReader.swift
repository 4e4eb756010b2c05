import JSON
import MCPAuthorization

/// Finds what asks for the next page.
struct PageReader {
    let pagination: Pagination?
    let arguments: JSONObject

    /// A text, or a number where the argument takes one; nil when there is no more.
    func next(_ body: JSONValue?, _ answer: VendorAnswer) -> JSONValue? {
        guard let pagination else { return nil }
        switch pagination.kind {
        case .cursor(let pointer):
            guard let found = body.flatMap({ pointer.resolve(in: $0) }) else { return nil }
            if found.isNull || found == "" || found == false { return nil }
            return found
        case .link(let query):
            return answer["Link"].flatMap { Self.next(in: $0, query: query) }.map { .string($0) }
        case .page(let items, let size):
            guard count(items, body) >= wanted(size) else { return nil }
            return .number(JSONNumber((arguments[pagination.argument]?.intValue ?? 1) + 1))
        case .last(let items, let member, let size):
            guard count(items, body) >= wanted(size) else { return nil }
            let last = body.flatMap { items.resolve(in: $0) }?.arrayValue?.last
            return last.flatMap { member.resolve(in: $0) }
        }
    }

    private func count(_ items: JSONPointer, _ body: JSONValue?) -> Int {
        body.flatMap { items.resolve(in: $0) }?.arrayValue?.count ?? 0
    }

    private func wanted(_ size: Pagination.PageSize) -> Int {
        max(1, size.argument.flatMap { arguments[$0]?.intValue } ?? size.usual)
    }

    /// One parameter of the link to the next page: the rest of the address is not the vendor's to choose.
    private static func next(in header: String, query: String) -> String? {
        for link in header.split(separator: "<").dropFirst(header.hasPrefix("<") ? 0 : 1) {
            let parts = link.split(separator: ">", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let relations = parts[1].split(separator: ";").map { $0.lowercased().filter { !" \",".contains($0) } }
            guard relations.contains("rel=next"), let mark = parts[0].firstIndex(of: "?") else { continue }
            return FormFields(decoding: parts[0][parts[0].index(after: mark)...])[query]
        }
        return nil
    }
}
