package com.nexusai.moderation.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.moderation.domain.Casework;
import com.nexusai.moderation.domain.Policies;
import com.nexusai.moderation.domain.Policy;
import com.nexusai.moderation.processor.ModerationMeters;
import com.nexusai.moderation.scoring.LocalScorer;
import com.nexusai.moderation.store.Progress;
import com.nexusai.moderation.store.Stores;
import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.Media;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand;
import com.nexusai.schema.moderation.ModerationCommand.Submit;
import com.nexusai.schema.moderation.ModerationCommand.Verdict;
import com.nexusai.schema.moderation.ModerationPolicy;
import com.nexusai.schema.moderation.ModerationPolicy.Providers;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.ProviderQuestion;
import com.nexusai.schema.moderation.Reason;
import com.nexusai.schema.topic.Topic;
import com.nexusai.schema.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Others are asked before a case is decided, and their word comes back as a command. */
class SecondOpinionTest {
    private static final int BUDGET = 2_000;
    private static final String DOUBTFUL = "you are an idiot";

    @TempDir
    private Path folder;

    private boolean always;
    private TopologyTestDriver driver;
    private TestInputTopic<String, ModerationCommand> commands;
    private TestOutputTopic<String, ModerationCommand> lastCalls;
    private TestOutputTopic<String, ProviderQuestion> questions;
    private TestOutputTopic<String, Decision> decisions;

    @BeforeEach
    void start() {
        var casework = new Casework(Policy.LOCAL, new LocalScorer(Policy.LOCAL), this::rules);
        var settings = new Properties();
        settings.put("state.dir", folder.toString());
        driver = new TopologyTestDriver(
                ModerationTopology.build(casework, new ModerationMeters(new SimpleMeterRegistry()), new Progress()),
                settings,
                Instant.EPOCH);
        var topic = Topics.MODERATION_COMMANDS;
        commands = driver.createInputTopic(
                topic.name(), topic.keySerde().serializer(), topic.valueSerde().serializer());
        lastCalls = output(topic);
        questions = output(Topics.MODERATION_QUESTIONS);
        decisions = output(Topics.MODERATION_DECISIONS);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void shouldWaitForTheVerdictAndLetItDecide() {
        submit("m1", ContentKind.MESSAGE, DOUBTFUL, null, null);
        var question = questions.readValue();

        assertThat(question.order()).containsExactly("oracle");
        assertThat(question.until()).isEqualTo(Instant.EPOCH.plusMillis(BUDGET));
        assertThat(decisions.isEmpty()).isTrue();
        assertThat(queued()).isEmpty();

        verdict(question, "oracle", false, List.of());

        var decided = decisions.readValue();
        assertThat(decided.decision()).isEqualTo(Outcome.APPROVED);
        assertThat(decided.policy()).isEqualTo(Policy.LOCAL.id() + "/7+oracle");
        assertThat(decided.reasons()).first().satisfies(reason -> {
            assertThat(reason.weight()).isEqualTo(0.15);
            assertThat(reason.explanation()).contains("oracle has looked too");
        });
        assertThat(standing("m1").state()).isEqualTo(CaseState.APPROVED);
        assertThat(standing("m1").asking()).isNull();
    }

    @Test
    void shouldRejectWhatAProviderFindsAndTheLexiconDoesNot() {
        always = true;
        submit("m1", ContentKind.MESSAGE, "meanly said in harmless words", null, null);

        verdict(questions.readValue(), "oracle", false, List.of(new Reason("oracle/hate", "hate", 0.9, "Hate.", null)));

        assertThat(decisions.readValue().decision()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void shouldAskAboutNothingThatIsClearUnlessTheTenantWantsIt() {
        submit("fine", ContentKind.MESSAGE, "hello", null, null);
        submit("bad", ContentKind.MESSAGE, "i will kill you", null, null);

        assertThat(questions.isEmpty()).isTrue();
        assertThat(decisions.readValuesToList())
                .extracting(Decision::decision)
                .containsExactly(Outcome.APPROVED, Outcome.REJECTED);
    }

    @Test
    void shouldCountTheFirstVerdictOnly() {
        submit("m1", ContentKind.MESSAGE, DOUBTFUL, null, null);
        var question = questions.readValue();
        verdict(question, "oracle", false, List.of());
        var once = standing("m1");

        verdict(question, "other", false, List.of(new Reason("other/hate", "hate", 0.99, "Hate.", null)));

        assertThat(standing("m1")).isEqualTo(once);
        assertThat(decisions.readValuesToList()).hasSize(1);
    }

    @Test
    void shouldLetTheLocalScoreDecideByACommandWhenNobodyAnswersInTime() {
        submit("m1", ContentKind.MESSAGE, DOUBTFUL, null, null);

        driver.advanceWallClockTime(Duration.ofMillis(BUDGET));
        assertThat(lastCalls.isEmpty()).isTrue();
        driver.advanceWallClockTime(Duration.ofSeconds(10));
        driver.advanceWallClockTime(Duration.ofSeconds(10));

        assertThat(lastCalls.readValuesToList()).singleElement().isInstanceOf(Verdict.class);
        var decided = decisions.readValue();
        assertThat(decided.decision()).isEqualTo(Outcome.REVIEW);
        assertThat(decided.policy()).isEqualTo(Policy.LOCAL.id() + "/7");
        assertThat(decided.reasons()).extracting(Reason::rule).contains("providers/unanswered");
        assertThat(queued()).hasSize(1);
    }

    @Test
    void shouldEndTheSameWhenTheCommandsAreReadAgainLongAfter() {
        submit("m1", ContentKind.MESSAGE, DOUBTFUL, null, null);
        var question = questions.readValue();
        verdict(question, "oracle", false, List.of());
        var first = standing("m1");
        stop();
        start();

        driver.advanceWallClockTime(Duration.ofDays(400));
        submit("m1", ContentKind.MESSAGE, DOUBTFUL, null, null);
        verdict(question, "oracle", false, List.of());
        driver.advanceWallClockTime(Duration.ofDays(1));

        assertThat(standing("m1")).isEqualTo(first);
    }

    @Test
    void shouldNoLongerSayThatAPictureIsUnseenWhenAProviderHasSeenIt() {
        submit("p1", ContentKind.IMAGE, "", new Media("https://media.example/1", null, null, null), null);

        verdict(questions.readValue(), "oracle", true, List.of());

        var decided = decisions.readValue();
        assertThat(decided.decision()).isEqualTo(Outcome.APPROVED);
        assertThat(decided.reasons()).isEmpty();
    }

    @Test
    void shouldNotAskAboutAPictureThatNobodyCanGetAt() {
        submit("p1", ContentKind.IMAGE, "a caption", new Media(null, null, "ab".repeat(32), null), null);

        assertThat(questions.isEmpty()).isTrue();
        assertThat(standing("p1").state()).isEqualTo(CaseState.PENDING);
    }

    @Test
    void shouldAskNobodyWhenTheSenderAsksItself() {
        submit("m1", ContentKind.MESSAGE, DOUBTFUL, null, true);

        assertThat(questions.isEmpty()).isTrue();
        assertThat(standing("m1").asking()).isNotNull();
    }

    private void submit(String contentId, ContentKind kind, String text, Media media, Boolean asksItself) {
        var submit =
                new Submit("acme", contentId, kind, text, "ada", "rest", null, Instant.EPOCH, null, media, asksItself);
        commands.pipeInput("acme/" + contentId, submit, Instant.EPOCH);
    }

    private void verdict(ProviderQuestion question, String provider, boolean saw, List<Reason> reasons) {
        var at = Instant.EPOCH.plusMillis(500);
        var verdict = new Verdict(
                "acme",
                question.contentId(),
                question.questionId(),
                provider,
                saw,
                List.of("hate", "harassment"),
                reasons,
                List.of(),
                at);
        commands.pipeInput("acme/" + question.contentId(), verdict, at);
    }

    private ModerationPolicy rules(String tenantId) {
        var usual = Policies.standard(tenantId);
        return new ModerationPolicy(
                tenantId,
                7,
                usual.thresholds(),
                usual.kindThresholds(),
                usual.categoryThresholds(),
                usual.claimMinutes(),
                usual.slaMinutes(),
                usual.expireDays(),
                usual.appealDays(),
                usual.reportsToEscalate(),
                usual.strikeDays(),
                usual.automatedStrikes(),
                usual.ladder(),
                usual.routes(),
                Instant.EPOCH,
                "lead",
                new Providers(List.of("oracle"), BUDGET, Set.of(), always),
                usual.care());
    }

    private ModerationCase standing(String contentId) {
        return driver.<String, ModerationCase>getKeyValueStore(Stores.CASES).get("acme/" + contentId);
    }

    private List<String> queued() {
        var keys = new ArrayList<String>();
        try (var all = driver.<String, String>getKeyValueStore(Stores.PENDING).all()) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }

    private <K, V> TestOutputTopic<K, V> output(Topic<K, V> topic) {
        return driver.createOutputTopic(
                topic.name(),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer());
    }
}
