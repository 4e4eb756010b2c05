public import JSON

/// What a call of a mock's tool gets.
///
/// Strings in it may hold expressions about the call's arguments: `{{/city}}` stands for the argument at that JSON
/// Pointer, `{{sum /a /b}}` for the sum of some, `{{arguments}}` for all of them. A string that is nothing but one
/// expression becomes its value with its type; within other text it becomes text.
public enum MockAnswer: Sendable {
    /// A result with one block of text.
    case text(String)
    /// A result with structured content, and the same as text.
    case structured(JSONValue)
    /// A whole result, word for word.
    case result(JSONObject)
    /// A result with `isError`, which tells the model what went wrong.
    case failure(String)
    /// A JSON-RPC error in place of a result.
    case error(code: Int, message: String, data: JSONValue? = nil)
    /// Whatever the function makes of the arguments.
    case computed(@Sendable (JSONObject) -> MockAnswer)
}
