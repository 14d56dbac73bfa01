public import Scheduler0API

extension Scheduler0 {
    /// `GET /async-tasks/{requestId}`: Read an async task.
    public func getAsyncTask(_ requestID: String, account: Int64? = nil) async throws(Scheduler0Error) -> AsyncTask {
        try await receive(.get, "/async-tasks/\(segment(requestID))", account: account)
    }
}
