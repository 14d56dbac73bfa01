public import CivilTime
public import ContractReport
public import OpenAPIContract
import Scheduler0Client
public import WireJSON

/// The contract of Scheduler0 as a series of stories told to a server.
///
/// A suite makes its own accounts, credentials and rows and takes away what can be taken away, also when its task is
/// cancelled; accounts stay, since the API cannot delete them.
public struct Suite: Sendable {
    private let target: SuiteTarget
    private let options: SuiteOptions
    private let document: OpenAPIDocument
    private let source: JSON?
    private let wall: @Sendable () -> Instant

    /// - Parameters:
    ///   - source: The document's JSON, for the coverage of response fields.
    ///   - wall: The clock on the wall.
    public init(
        target: SuiteTarget, options: SuiteOptions = .init(), document: OpenAPIDocument, source: JSON? = nil,
        wall: @escaping @Sendable () -> Instant
    ) {
        self.wall = wall
        self.target = target
        self.options = options
        self.document = document
        self.source = source
    }

    /// Name and summary of every story.
    public static var stories: [(name: String, summary: String)] { Stories.all.map { ($0.name, $0.summary) } }

    /// Tells the stories and reports.
    ///
    /// - Parameter progress: Called after each check.
    /// - Throws: ``CouldNotRun`` when there is nothing to report.
    public func run(progress: @escaping @Sendable (Check) -> Void = { _ in }) async throws(CouldNotRun) -> Report {
        let stories = try chosen()
        let (started, startedAt) = (ContinuousClock.now, wall())
        let recorder = Recorder(document: document, source: source, target: target, startedAt: startedAt)
        let cleanup = Cleanup()
        var left = 0
        do throws(CouldNotRun) {
            left = try await tell(stories, recorder, cleanup, progress)
        } catch {
            _ = await cleanup.run()
            throw error
        }
        left += await cleanup.run()
        // What the cleaning up finds is of no check.
        for finding in recorder.takePending() { recorder.change { $0.add(finding) } }
        let took = (ContinuousClock.now - started) / .milliseconds(1)
        recorder.change { report in
            report.durationMilliseconds = took
            report.isInterrupted = Task.isCancelled
            if Task.isCancelled { report.notes.append("interrupted: not every story was told") }
            report.notes.append(
                left == 0 ? "what was made was removed" : "\(left) rows that were made could not be removed")
        }
        return recorder.report
    }

    /// The stories asked for, in an order that follows from the seed.
    private func chosen() throws(CouldNotRun) -> [Story] {
        for wanted in options.only where !Stories.all.contains(where: { $0.name.hasPrefix(wanted) }) {
            throw CouldNotRun("no story is called \"\(wanted)\"; --list names them all")
        }
        var stories = Stories.all.filter { story in
            options.only.isEmpty || options.only.contains { story.name.hasPrefix($0) }
        }
        var generator = SeededGenerator(seed: options.seed, for: "order")
        if options.seed != 0 { stories.shuffle(using: &generator) }
        return stories
    }

    /// - Returns: How much of what the stories have made could not be removed.
    private func tell(
        _ stories: [Story], _ recorder: Recorder, _ cleanup: Cleanup, _ progress: @escaping @Sendable (Check) -> Void
    ) async throws(CouldNotRun) -> Int {
        let casting = Casting(target: target, recorder: recorder, cleanup: cleanup, options: options)
        let (client, isMock) = try await casting.reconnoitre()
        let isAdmin = try await casting.confirm(client)
        let mayHarm = options.mayHarm ?? isMock
        let setUp = Prologue(casting: casting, recorder: recorder, options: options, progress: progress)
        guard let cast = try await setUp.cast(client, isAdmin: isAdmin, mayHarm: mayHarm) else { return 0 }
        var (left, isWhole) = (0, options.only.isEmpty)
        for story in stories {
            // What a story has made goes when it ends, so that none depends on another.
            let traces = Cleanup()
            let stage = Stage(
                story: story.name, recorder: recorder, cast: cast, cleanup: traces, options: options,
                progress: progress,
                random: Mutexed(SeededGenerator(seed: options.seed, for: story.name)))
            let isOver: Bool
            do throws(Stop) {
                try await story.tell(stage)
                isOver = false
            } catch {
                isOver = true
            }
            left += await traces.run()
            for finding in recorder.takePending() { recorder.change { $0.add(finding) } }
            if isOver {
                isWhole = false
                break
            }
        }
        let isGone = recorder.isServerGone
        recorder.change { report in
            if isGone { report.notes.append("the server stopped answering: not every story was told") }
            Rest.explain(&report, document: document, cast: cast, isWhole: isWhole)
        }
        return left
    }
}
