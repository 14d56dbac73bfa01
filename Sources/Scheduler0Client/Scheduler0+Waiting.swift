import Foundation
public import Scheduler0API

extension Scheduler0 {
    /// Waits until an async task has ended.
    ///
    /// Servers hold the request back until the task moves, for half a minute or so, and may answer with a task that
    /// has not ended (server-behaviour 5); then this asks again.
    ///
    /// - Parameters:
    ///   - limit: How long to wait in all; each request has the client's time-out besides.
    ///   - interval: The least time between two requests, for servers that answer at once.
    /// - Throws: ``Scheduler0Error/taskFailed(_:)`` when it ended badly, ``Scheduler0Error/timedOut(after:)``.
    public func waitForTask(
        _ requestID: String, atMost limit: Duration = .seconds(120), every interval: Duration = .milliseconds(100),
        account: Int64? = nil
    ) async throws(Scheduler0Error) -> AsyncTask {
        let clock = ContinuousClock()
        let end = clock.now + limit
        while true {
            let asked = clock.now
            let task = try await getAsyncTask(requestID, account: account)
            switch task.state {
            // A task that moves on may be reported without its output: the row itself has it.
            case .success where task.output.isEmpty: return try await getAsyncTask(requestID, account: account)
            case .success: return task
            case .failed: throw .taskFailed(task)
            case .notStarted, .inProgress, nil: break
            }
            guard clock.now < end else { throw .timedOut(after: limit) }
            do { try await clock.sleep(until: min(asked + interval, end)) } catch { throw .cancelled }
        }
    }

    /// Creates jobs and waits until they are there.
    ///
    /// - Returns: The jobs as the server made them, in the order given.
    public func createJobsAndWait(
        _ jobs: [JobCreate], atMost limit: Duration = .seconds(120), account: Int64? = nil
    ) async throws(Scheduler0Error) -> [Job] {
        let task = try await waitForTask(try await createJobs(jobs, account: account), atMost: limit, account: account)
        do {
            return try JSONDecoder().decode([Job].self, from: Data(task.output.utf8))
        } catch {
            throw .undecodable(
                status: 200, reason: "the task's output: \(DecodingWords.words(for: error))", body: task.output)
        }
    }
}
