package com.nexusai.moderation.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.moderation.domain.Policy;
import com.nexusai.moderation.hash.MediaHashes;
import com.nexusai.moderation.scoring.lexicon.Lexicon;
import org.junit.jupiter.api.Test;

/** A decision names the policy that it was made by: what makes other decisions needs another version. */
class PolicyVersionTest {
    @Test
    void shouldHaveAnotherVersionWhenNumbersOrLexiconChange() {
        var lexicon = Lexicon.builtIn();
        var all = Policy.LOCAL.weights() + " " + Policy.LOCAL.textLimit() + " " + Policy.LOCAL.approveAbove() + " "
                + Policy.LOCAL.rejectBelow() + " " + lexicon.name() + " " + lexicon.entries();

        assertThat(Policy.LOCAL.id() + " " + MediaHashes.sha256(all.getBytes(UTF_8)))
                .as("if this is meant, raise Policy.LOCAL's version and write the new fingerprint here")
                .isEqualTo("local-2 4c1b69f06baaaba0a65ea5b396d5db0db52f666887de37edb9884d532ec56785");
    }
}
