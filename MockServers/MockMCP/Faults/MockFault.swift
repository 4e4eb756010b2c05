/// One fault, ready to strike: checked, and with its settings.
package struct MockFault: Sendable {
    /// As it was written, for reports and for the command that repeats a run.
    package let written: String
    var fault: any Fault
    var scope: FaultScope
    /// Its place in the catalogue, which is the order in which faults act.
    let rank: Int

    /// What is known of this kind of fault.
    package var form: FaultForm {
        type(of: fault).form
    }
}

extension MockFault {
    /// A fault that no catalogue lists: it acts before all others.
    init(_ fault: some Fault) {
        written = type(of: fault).form.name
        self.fault = fault
        scope = FaultScope()
        rank = -1
    }
}
