package import NIOCore
import NIOPosix

/// Runs tasks on the threads that read and write the sockets, and leaves each on the thread where it is.
///
/// A request goes through many tasks: those of its connection, its session, its call, and the server behind. On the
/// pool each hand-over may wake another thread, which takes longer than most of the work itself; on one event loop it is
/// an entry in a list. What is resumed from elsewhere, such as a timer, takes the loops in turn. Like the pool's, these
/// threads must not be blocked.
package final class LoopExecutor: TaskExecutor {
    private let group: any EventLoopGroup

    /// Runs tasks on these loops.
    package init(_ group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton) { self.group = group }

    /// Runs a job on the loop of the calling thread, or else on the next.
    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let loop = MultiThreadedEventLoopGroup.currentEventLoop ?? group.next()
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
