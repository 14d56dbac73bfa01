/// All stories, in the order in which they are told unless a seed says otherwise.
enum Stories {
    static let all: [Story] =
        [
            HealthStory.story, RoutingStory.story, AuthenticationStory.story, ActingAsStory.story, ScopeStory.story,
            AccountHeaderStory.story, PathIDStory.story, BodyStory.story, WireLimitStory.story, PagingStory.story,
            CredentialStory.story, ProjectStory.story, ExecutorStory.story, InvocationStory.story, JobStory.story,
            JobRuleStory.story, BatchStory.story, LocalExecutorStory.story, ExecutionStory.story,
            AccountStory.story, FeatureStory.story, AISettingsStory.story, PromptStory.story, PromptLogStory.story,
            ScheduleStory.story, SuggestionStory.story, SendTimeStory.story, IsolationStory.story,
            DeterminismStory.story, ClusterStory.story, BackupStory.story, RotationStory.story, WeatherStory.story,
            QuotaStory.story,
        ]
}
