/// Runs the body with a channel over our own standard input and output; neither is changed or closed.
///
/// Nothing else may read or write them meanwhile: one stray line of output would break the protocol.
/// - Throws: `ResourceShortage`, and what the body throws is its own affair: it cannot.
package func withStandardStreams<Value>(
    limits: ChannelLimits = ChannelLimits(),
    _ body: (any MessageChannel) async -> Value
) async throws(ResourceShortage) -> Value {
    ignoreBrokenPipeSignal()
    let loop = try DescriptorLoop.start()
    let channel = PipeChannel(input: 0, output: 1, ownership: .borrowed, loop: loop, limits: limits)
    let value = await body(channel)
    channel.close()
    channel.abandon()
    await loop.stop()
    return value
}
