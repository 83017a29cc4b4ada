package com.nexusai.schema.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.rejection.RejectionCode;
import com.nexusai.schema.rejection.RejectionHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps docs/rejections.md true: each code has its section, and no other does. */
class RejectionsPageTest {
    private static final Pattern SECTION = Pattern.compile("^## `(\\w+)`$", Pattern.MULTILINE);
    private static final String PAGE = Checkout.page("rejections.md");

    @Test
    void shouldExplainEveryCodeAndNoOther() {
        List<String> explained =
                SECTION.matcher(PAGE).results().map(match -> match.group(1)).toList();

        assertThat(explained)
                .as("the sections of docs/rejections.md, in the order of RejectionCode")
                .containsExactlyElementsOf(Arrays.stream(RejectionCode.values())
                        .map(RejectionCode::code)
                        .toList());
    }

    @Test
    void shouldNameEveryHeader() {
        assertThat(PAGE).contains(Constants.codesOf(RejectionHeaders.class));
    }
}
