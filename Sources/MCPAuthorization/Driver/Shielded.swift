/// Finishes its body although the task that waits for it is cancelled.
///
/// A renewal uses the old refresh token up: losing its answer would lose the login.
func shielded<Value: Sendable>(_ body: @escaping @Sendable () async -> Value) async -> Value {
    await Task { await body() }.value
}
