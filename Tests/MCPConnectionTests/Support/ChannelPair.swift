import Glibc

@testable import MCPConnection

/// Two connected ends of each kind of channel, so that one test body runs on all of them.
enum ChannelPair: String, CaseIterable, Sendable {
    case memory, pipes, borrowedPipes

    /// Runs the body with both ends and closes them after it.
    func run(
        limits: ChannelLimits = ChannelLimits(),
        _ body: (any MessageChannel, any MessageChannel) async throws -> Void
    ) async throws {
        switch self {
        case .memory:
            let (left, right) = MemoryChannel.pair(limits: limits)
            try await body(left, right)
        case .pipes, .borrowedPipes:
            ignoreBrokenPipeSignal()
            let (forth, back) = (try Pipe(), try Pipe())
            let loop = try DescriptorLoop.start()
            let ownership: PipeChannel.Ownership = self == .pipes ? .owned : .borrowed
            let left = PipeChannel(
                input: back.readEnd,
                output: forth.writeEnd,
                ownership: ownership,
                loop: loop,
                limits: limits
            )
            let right = PipeChannel(
                input: forth.readEnd,
                output: back.writeEnd,
                ownership: .owned,
                loop: loop,
                limits: limits
            )
            do {
                try await body(left, right)
            } catch {
                await close(left, right, loop)
                throw error
            }
            await close(left, right, loop)
            if self == .borrowedPipes {
                Glibc.close(back.readEnd)
                Glibc.close(forth.writeEnd)
            }
        }
    }

    private func close(_ left: PipeChannel, _ right: PipeChannel, _ loop: DescriptorLoop) async {
        for channel in [left, right] {
            channel.close()
            channel.abandon()
        }
        await loop.stop()
    }
}
