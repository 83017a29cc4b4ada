package com.nexusai.moderation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.HashBank;
import com.nexusai.schema.moderation.HashBank.Entry;
import com.nexusai.schema.moderation.Media;
import com.nexusai.schema.moderation.ModerationCommand.Submit;
import com.nexusai.schema.moderation.Outcome;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BankIndexTest {
    private static final String SHA = "ab".repeat(32);
    private static final String PDQ = "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";

    private final TenantBanks banks = new TenantBanks();
    private final Casework casework =
            new Casework(Policy.LOCAL, tenantId -> (kind, text) -> Score.of(List.of()), Policies::standard, banks);

    @Test
    void shouldRejectTheSameBytesAtOnceAndNameTheEntry() {
        bank(new Entry(SHA, null, "report 7"));

        var decision = casework.decide(submission("p1", new Media(null, null, SHA, null), Instant.EPOCH));

        assertThat(decision.decision()).isEqualTo(Outcome.REJECTED);
        assertThat(decision.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.rule()).isEqualTo("bank/abuse/" + SHA.substring(0, 16));
            assertThat(reason.category()).isEqualTo("sexual/minors");
            assertThat(reason.explanation()).isEqualTo("Its bytes are on the bank abuse, version 2 (“report 7”).");
        });
    }

    @Test
    void shouldKnowAPictureThatLooksAlikeAndNoOther() {
        bank(new Entry(null, PDQ, null));

        // 31 bits and 32 bits further
        assertThat(banks.match("acme", alike(31))).isPresent();
        assertThat(banks.match("acme", alike(32))).isEmpty();
    }

    @Test
    void shouldKeepTenantsApart() {
        bank(new Entry(SHA, null, null));

        assertThat(banks.match("other", new Media(null, null, SHA, null))).isEmpty();
    }

    @Test
    void shouldRejectWhatIsBannedAfterItWasApproved() {
        var media = new Media("https://media.example/1?signature=1", null, SHA, null);
        var first = casework.submit(null, submission("p1", media, Instant.EPOCH));
        assertThat(first.standing().decision().decision()).isEqualTo(Outcome.APPROVED);
        bank(new Entry(SHA, null, null));

        var again = casework.submit(first.standing(), submission("p1", media, Instant.EPOCH.plusSeconds(60)));

        assertThat(again).isInstanceOf(Ruling.Decided.class);
        assertThat(again.standing().decision().decision()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void shouldTakeTheSameBytesUnderAnotherAddressForTheSame() {
        var one = new Media("https://media.example/1?signature=1", null, SHA, null);
        var other = new Media("https://cdn.example/1", null, SHA, null);
        var first = casework.submit(null, submission("p1", one, Instant.EPOCH));

        assertThat(casework.submit(first.standing(), submission("p1", other, Instant.EPOCH)))
                .isInstanceOf(Ruling.Joined.class);
        var changed = new Media(null, null, "cd".repeat(32), null);
        assertThat(casework.submit(first.standing(), submission("p1", changed, Instant.EPOCH)))
                .isInstanceOf(Ruling.Decided.class);
    }

    private void bank(Entry entry) {
        banks.changed(
                "acme",
                List.of(new HashBank(
                        "acme", "abuse", 2, "sexual/minors", null, 31, List.of(entry), Instant.EPOCH, "k-1")));
    }

    private static Media alike(int bits) {
        var hash = PictureHash.of(PDQ);
        long flipped = hash.first() ^ (bits == 0 ? 0 : -1L >>> (Long.SIZE - bits));
        return new Media(null, null, null, new PictureHash(flipped, hash.second(), hash.third(), hash.fourth()).hex());
    }

    private static Submission submission(String contentId, Media media, Instant at) {
        return new Submission(
                new Submit("acme", contentId, ContentKind.IMAGE, "", "ada", "rest", null, at, null, media, null), null);
    }
}
