package com.nexusai.moderation.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.moderation.domain.Policy;
import com.nexusai.moderation.domain.Score;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.Reason;
import com.nexusai.schema.moderation.TenantLexicon;
import com.nexusai.schema.moderation.TenantLexicon.Word;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenantScorersTest {
    private final TenantScorers scorers = new TenantScorers(Policy.LOCAL, scorer -> scorer);

    @Test
    void shouldFindTheTenantsOwnWordsInDisguiseTooAndNameTheirLexicon() {
        lexicon(List.of(new Word("zonkhead", "harassment", 0.6, null)), List.of());

        assertThat(score("acme", "you z0nkhead").reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.rule()).isEqualTo("house-3/any");
            assertThat(reason.category()).isEqualTo("harassment");
            assertThat(reason.weight()).isEqualTo(0.6);
        });
        assertThat(score("other", "you zonkhead").reasons()).isEmpty();
    }

    @Test
    void shouldStillFindWhatComesWithTheService() {
        lexicon(List.of(new Word("zonkhead", "harassment", 0.6, null)), List.of());

        assertThat(score("acme", "you are an idiot").reasons())
                .extracting(Reason::category)
                .containsExactly("harassment");
    }

    @Test
    void shouldFindNothingWithinWhatTheTenantAllows() {
        assertThat(score("acme", "you are an idiot").confidence()).isLessThan(1);

        lexicon(List.of(), List.of("idiot"));

        assertThat(score("acme", "you are an idiot").confidence()).isEqualTo(1);
    }

    @Test
    void shouldGoBackToWhatComesWithTheServiceWhenTheLastLexiconIsGone() {
        lexicon(List.of(), List.of("idiot"));

        scorers.changed("acme", List.of());

        assertThat(score("acme", "you are an idiot").confidence()).isLessThan(1);
    }

    @Test
    void shouldKeepTheLastGoodOneWhenAnotherCannotBeUsed() {
        lexicon(List.of(), List.of("idiot"));

        lexicon(List.of(new Word("zonkhead", "no-such-category", 0.6, null)), List.of());

        assertThat(score("acme", "you are an idiot").confidence()).isEqualTo(1);
    }

    private void lexicon(List<Word> words, List<String> allowed) {
        scorers.changed("acme", List.of(new TenantLexicon("acme", "house", 3, words, allowed, Instant.EPOCH, "k-1")));
    }

    private Score score(String tenantId, String text) {
        return scorers.of(tenantId).score(ContentKind.MESSAGE, text);
    }
}
