extension Scope: Codable {}
extension JobStatus: Codable {}
extension ExecutionState: Codable {}
extension TaskState: Codable {}
extension ExecutorType: Codable {}
