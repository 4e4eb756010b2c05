/// Finds loops in a graph of small integers, without recursion.
enum ClosedLoop {
    private enum Mark {
        case fresh
        case open
        case done
    }

    /// A vertex on a loop; nil when there is no loop.
    static func first(among count: Int, successors: (Int) -> [Int]) -> Int? {
        var marks = [Mark](repeating: .fresh, count: count)
        for start in 0..<count where marks[start] == .fresh {
            var path: [(vertex: Int, next: [Int])] = [(start, successors(start))]
            marks[start] = .open
            while let top = path.last {
                guard let child = top.next.last else {
                    marks[top.vertex] = .done
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next.removeLast()
                switch marks[child] {
                case .done:
                    break
                case .open:
                    return child
                case .fresh:
                    marks[child] = .open
                    path.append((child, successors(child)))
                }
            }
        }
        return nil
    }
}
