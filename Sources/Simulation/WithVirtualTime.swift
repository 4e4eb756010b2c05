/// Runs the body, and all tasks that it starts, on a clock of their own whose time costs nothing.
///
/// Everything that the body waits for must happen inside it: see `VirtualClock`.
package func withVirtualTime<Value: Sendable>(
    _ body: @escaping @Sendable (VirtualClock) async -> Value
) async -> Value {
    let clock = VirtualClock()
    return await withTaskExecutorPreference(clock) { await body(clock) }
}
