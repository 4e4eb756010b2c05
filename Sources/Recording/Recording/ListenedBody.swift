/// A body that passes through unchanged while somebody listens.
struct ListenedBody: AsyncSequence, Sendable {
    typealias Element = [UInt8]
    typealias Failure = any Error

    private let inner: any AsyncSequence<[UInt8], any Error> & Sendable
    private let listener: BodyListener

    init(_ inner: any AsyncSequence<[UInt8], any Error> & Sendable, _ listener: BodyListener) {
        self.inner = inner
        self.listener = listener
    }

    struct Iterator: AsyncIteratorProtocol {
        var inner: any AsyncIteratorProtocol<[UInt8], any Error>
        var listener: BodyListener

        mutating func next() async throws -> [UInt8]? {
            try await next(isolation: #isolation)
        }

        mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> [UInt8]? {
            do {
                guard let piece = try await inner.next(isolation: actor) else {
                    listener.end()
                    return nil
                }
                listener.take(piece)
                return piece
            } catch {
                listener.end()
                throw error
            }
        }
    }

    func makeAsyncIterator() -> Iterator {
        Iterator(inner: Self.iterator(of: inner), listener: listener)
    }

    private static func iterator<Body: AsyncSequence<[UInt8], any Error>>(
        of body: Body
    ) -> any AsyncIteratorProtocol<[UInt8], any Error> {
        body.makeAsyncIterator()
    }
}
