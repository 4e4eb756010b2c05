/// What is said of everything that an interrupted run did not get to.
enum Interruption {
    static let reason = "the run was interrupted"
}
