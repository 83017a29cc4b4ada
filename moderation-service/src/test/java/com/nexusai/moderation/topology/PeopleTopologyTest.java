package com.nexusai.moderation.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.moderation.domain.Casework;
import com.nexusai.moderation.domain.PendingKey;
import com.nexusai.moderation.domain.Policy;
import com.nexusai.moderation.domain.Tally;
import com.nexusai.moderation.processor.ModerationMeters;
import com.nexusai.moderation.scoring.LocalScorer;
import com.nexusai.moderation.store.Progress;
import com.nexusai.moderation.store.Stores;
import com.nexusai.schema.audit.AuditEntry;
import com.nexusai.schema.moderation.ActionKind;
import com.nexusai.schema.moderation.CaseAct;
import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.CommandOutcome;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand;
import com.nexusai.schema.moderation.ModerationCommand.Appeal;
import com.nexusai.schema.moderation.ModerationCommand.Report;
import com.nexusai.schema.moderation.ModerationCommand.Review;
import com.nexusai.schema.moderation.ModerationCommand.Submit;
import com.nexusai.schema.moderation.ModeratorRole;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.ReviewStep;
import com.nexusai.schema.moderation.UserEvent;
import com.nexusai.schema.moderation.UserStanding;
import com.nexusai.schema.topic.Topic;
import com.nexusai.schema.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do with cases, through the whole topology. */
class PeopleTopologyTest {
    @TempDir
    private Path folder;

    private TopologyTestDriver driver;
    private TestInputTopic<String, ModerationCommand> commands;
    private TestOutputTopic<String, CommandOutcome> outcomes;
    private TestOutputTopic<String, Decision> decisions;
    private Instant now = Instant.EPOCH;

    @BeforeEach
    void start() {
        var casework = new Casework(Policy.LOCAL, new LocalScorer(Policy.LOCAL));
        var settings = new Properties();
        settings.put("state.dir", folder.toString());
        settings.put("ensure.explicit.internal.resource.naming", "true");
        var meters = new ModerationMeters(new SimpleMeterRegistry());
        driver = new TopologyTestDriver(
                ModerationTopology.build(casework, meters, new Progress()), settings, Instant.EPOCH);
        commands = driver.createInputTopic(
                Topics.MODERATION_COMMANDS.name(),
                Topics.MODERATION_COMMANDS.keySerde().serializer(),
                Topics.MODERATION_COMMANDS.valueSerde().serializer());
        outcomes = output(Topics.MODERATION_OUTCOMES);
        decisions = output(Topics.MODERATION_DECISIONS);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void shouldAnswerEveryCommandAndDecideOnce() {
        submit("m1", "you are an idiot");

        review("c1", "mia", ReviewStep.CLAIM);
        review("c2", "max", ReviewStep.REJECT);
        review("c3", "mia", ReviewStep.REJECT);
        review("c4", "max", ReviewStep.APPROVE);

        assertThat(outcomes.readValuesToList())
                .extracting(CommandOutcome::refusal)
                .containsExactly(null, "claimed-by-another", null, "wrong-state");
        assertThat(decisions.readValuesToList())
                .extracting(Decision::decision)
                .containsExactly(Outcome.REVIEW, Outcome.REJECTED);
        assertThat(found("m1").state()).isEqualTo(CaseState.REJECTED);
        assertThat(queues()).isEmpty();
        assertThat(count(Tally.waiting("default"))).isZero();
        assertThat(count(Tally.moderator("mia"))).isEqualTo(1);
    }

    @Test
    void shouldDoACommandOnceAndAnswerTwiceWhenItIsGivenTwice() {
        submit("m1", "you are an idiot");

        review("c1", "mia", ReviewStep.REJECT);
        review("c1", "mia", ReviewStep.REJECT);
        review("c1", "mia", ReviewStep.APPROVE);

        var answers = outcomes.readValuesToList();
        assertThat(answers.get(1)).isEqualTo(answers.get(0));
        assertThat(answers.get(2).refusal()).isEqualTo("id-reused");
        assertThat(found("m1").revision()).isEqualTo(2);
        assertThat(standing("ada").strikes()).hasSize(1);
    }

    @Test
    void shouldSayThatThereIsNoCase() {
        review("c1", "mia", ReviewStep.CLAIM);

        assertThat(outcomes.readValue().refusal()).isEqualTo("no-case");
    }

    @Test
    void shouldTakeClaimBackWhenItRunsOut() {
        submit("m1", "you are an idiot");
        review("c1", "mia", ReviewStep.CLAIM);
        assertThat(queues()).isEmpty();

        driver.advanceWallClockTime(Duration.ofMinutes(16));

        assertThat(found("m1").state()).isEqualTo(CaseState.PENDING);
        assertThat(queues()).hasSize(2);
        assertThat(deadlines()).hasSize(2);
        assertThat(history()).extracting(CaseAct::act).containsExactly("submit", "claim", "claim-lapsed");
    }

    @Test
    void shouldCountOverdueCasesUntilTheyAreDecided() {
        submit("m1", "you are an idiot");

        driver.advanceWallClockTime(Duration.ofHours(25));
        assertThat(count(Tally.OVERDUE)).isEqualTo(1);

        review("c1", "mia", ReviewStep.APPROVE);
        assertThat(count(Tally.OVERDUE)).isZero();
        assertThat(deadlines()).isEmpty();
    }

    @Test
    void shouldGoFromReportsToAnOverturnedRejection() {
        submit("m1", "hello");
        for (int i = 1; i <= 5; i++) {
            give(new Report("acme", "m1", "r" + i, "u" + i, "spam", null, null, now));
        }
        assertThat(found("m1").state()).isEqualTo(CaseState.ESCALATED);

        lead("c1", "lea", ReviewStep.REJECT);
        assertThat(standing("ada").inForce()).isEqualTo(ActionKind.USER_WARNED);
        assertThat(standing("u1").reportsUpheld()).isEqualTo(1);
        give(new Appeal("acme", "m1", "c2", "ada", "It was a greeting.", now));
        review("c3", "lea", ReviewStep.OVERTURN);
        review("c4", "mia", ReviewStep.OVERTURN);

        assertThat(outcomes.readValuesToList())
                .extracting(CommandOutcome::refusal)
                .containsExactly(null, null, null, null, null, null, null, "same-moderator", null);
        assertThat(found("m1").state()).isEqualTo(CaseState.OVERTURNED);
        assertThat(standing("ada").inForce()).isEqualTo(ActionKind.NONE);
        assertThat(standing("ada").strikes()).isEmpty();
        var decided = decisions.readValuesToList();
        assertThat(decided)
                .extracting(Decision::decision)
                .containsExactly(Outcome.APPROVED, Outcome.REVIEW, Outcome.REJECTED, Outcome.APPROVED);
        assertThat(decided.get(3).undoes()).isEqualTo(decided.get(2).decisionId());
        assertThat(history())
                .extracting(CaseAct::act)
                .containsExactly(
                        "submit", "report", "report", "report", "report", "report", "reject", "appeal", "overturn");
        assertThat(output(Topics.AUDIT_LOG).readValuesToList())
                .hasSize(8)
                .extracting(AuditEntry::action)
                .endsWith("case-reject", "case-appeal", "case-overturn");
        assertThat(count(Tally.appeals(CaseState.OVERTURNED))).isEqualTo(1);
    }

    @Test
    void shouldTellReportersOnTheirTopic() {
        submit("m1", "you are an idiot");
        give(new Report("acme", "m1", "r1", "u1", null, null, null, now));

        review("c1", "mia", ReviewStep.APPROVE);

        assertThat(output(Topics.MODERATION_USER_EVENTS).readValuesToList())
                .filteredOn(UserEvent.ReportAnswered.class::isInstance)
                .singleElement()
                .satisfies(answer -> assertThat(answer.userId()).isEqualTo("u1"));
        assertThat(standing("u1").reportsDismissed()).isEqualTo(1);
    }

    @Test
    void shouldDecideOnceWhenItCanNoLongerBeTakenBack() {
        submit("m1", "you are an idiot");
        give(held("c1"));
        review("c2", "mia", ReviewStep.UNDO);
        give(held("c3"));
        assertThat(outcomes.readValuesToList())
                .extracting(CommandOutcome::undoUntil)
                .containsExactly(now.plusSeconds(8), null, now.plusSeconds(10));
        assertThat(decisions.readValuesToList()).hasSize(1);

        driver.advanceWallClockTime(Duration.ofSeconds(20));
        review("c4", "mia", ReviewStep.UNDO);

        assertThat(outcomes.readValue().refusal()).isEqualTo("wrong-state");
        assertThat(decisions.readValuesToList()).singleElement().satisfies(decision -> {
            assertThat(decision.decision()).isEqualTo(Outcome.REJECTED);
            assertThat(decision.decidedBy()).isEqualTo("mia");
        });
        assertThat(standing("ada").strikes()).hasSize(1);
        assertThat(count(Tally.moderator("mia"))).isEqualTo(1);
        assertThat(history())
                .extracting(CaseAct::act)
                .containsExactly("submit", "reject-held", "undo", "reject-held", "reject");
    }

    private void submit(String contentId, String text) {
        var submit = new Submit("acme", contentId, ContentKind.MESSAGE, text, "ada", "rest", null, now);
        commands.pipeInput("acme/" + contentId, submit, now);
    }

    private void review(String id, String who, ReviewStep step) {
        give(review(id, who, ModeratorRole.MODERATOR, step));
    }

    private void lead(String id, String who, ReviewStep step) {
        give(review(id, who, ModeratorRole.LEAD, step));
    }

    private Review review(String id, String who, ModeratorRole role, ReviewStep step) {
        return new Review("acme", "m1", id, who, role, step, null, null, null, null, null, null, now);
    }

    private Review held(String id) {
        var mia = ModeratorRole.MODERATOR;
        return new Review("acme", "m1", id, "mia", mia, ReviewStep.REJECT, null, null, null, null, null, null, now, 10);
    }

    private void give(ModerationCommand command) {
        now = now.plusSeconds(1);
        commands.pipeInput("acme/" + command.contentId(), command, now);
    }

    private ModerationCase found(String contentId) {
        return driver.<String, ModerationCase>getKeyValueStore(Stores.CASES).get("acme/" + contentId);
    }

    private UserStanding standing(String userId) {
        return driver.<String, UserStanding>getKeyValueStore(Stores.USERS).get("acme/" + userId);
    }

    private long count(String name) {
        return driver.<String, Long>getKeyValueStore(Stores.COUNTS).get(Tally.key("acme", name));
    }

    private List<String> queues() {
        var keys = keys(Stores.QUEUES);
        assertThat(keys).allMatch(key -> PendingKey.isOf("acme/*", key) || PendingKey.isOf("acme/default", key));
        return keys;
    }

    private List<String> deadlines() {
        return keys(Stores.DEADLINES);
    }

    private List<CaseAct> history() {
        var lines = new ArrayList<CaseAct>();
        try (var all = driver.<String, CaseAct>getKeyValueStore(Stores.HISTORY).all()) {
            all.forEachRemaining(line -> lines.add(line.value));
        }
        return lines;
    }

    private List<String> keys(String store) {
        var keys = new ArrayList<String>();
        try (var all = driver.<String, String>getKeyValueStore(store).all()) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }

    private <V> TestOutputTopic<String, V> output(Topic<String, V> topic) {
        return driver.createOutputTopic(
                topic.name(),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer());
    }
}
