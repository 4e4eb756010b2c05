/// What becomes of calls in flight when the client closes its side.
package enum ServerEnding: Sendable, Hashable {
    /// They are answered first: whoever pipes requests in wants the answers.
    case answersCalls
    /// They are cancelled: the server is gone as soon as it can.
    case dropsCalls
}
