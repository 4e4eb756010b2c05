import DaemonAPI
import HTTPTypes
import JSON

/// A request that reached its route: everything in it is checked against what the route declares.
struct APIRequest: Sendable {
    /// What stands in the path for `{id}` and the like.
    var parameters: [String: String] = [:]
    /// Declared parameters behind the question mark.
    var query: [String: String] = [:]
    var fields: HTTPFields = [:]
    /// Null where the route takes none.
    var body: JSONValue = .null
    /// The body as it came, where the route reads it so.
    var bytes: [UInt8] = []
    /// What stands behind the question mark, as it came, where the route takes anything.
    var rawQuery = ""

    /// The id in the path.
    var id: String { parameters["id"] ?? "" }

    func integer(_ name: String, default usual: Int) -> Int {
        query[name].flatMap { Int($0) } ?? usual
    }

    func truth(_ name: String) -> Bool {
        query[name] == "true"
    }
}
