package com.nexusai.moderation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentRulesTest {
    @Test
    void shouldReplaceHalfSurrogatePairs() {
        assertThat(ContentRules.wellFormed("a\ud800b\udc00")).isEqualTo("a\ufffdb\ufffd");
        assertThat(ContentRules.wellFormed("\ud83d\ude00 ok")).isEqualTo("\ud83d\ude00 ok");
        assertThat(ContentRules.wellFormed("\udc00\ud83d\ude00\ud83d")).isEqualTo("\ufffd\ud83d\ude00\ufffd");
    }

    @Test
    void shouldKnowKindsByTheirWireNames() {
        assertThat(ContentRules.kind("companion_profile")).isPresent();
        assertThat(ContentRules.kind("Message")).isPresent();
        assertThat(ContentRules.kind("poem")).isEmpty();
    }
}
