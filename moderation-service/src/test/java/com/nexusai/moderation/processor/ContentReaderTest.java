package com.nexusai.moderation.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.moderation.domain.ContentRules;
import com.nexusai.moderation.domain.Submission;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.RawJson;
import com.nexusai.schema.moderation.ContentKind;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentReaderTest {
    @Test
    void shouldReadContentAsItIsGiven() {
        var command = read("{'contentId':'m1','kind':'profile','text':'hi','authorId':'ada'}")
                .command();

        assertThat(command.contentId()).isEqualTo("m1");
        assertThat(command.kind()).isEqualTo(ContentKind.PROFILE);
        assertThat(command.text()).isEqualTo("hi");
        assertThat(command.authorId()).isEqualTo("ada");
        assertThat(command.eventId()).isEqualTo("e1");
        assertThat(command.at()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void shouldTakeFromTheEventWhatContentDoesNotSay() {
        var command = read("{'text':'hi'}").command();

        assertThat(command.contentId()).isEqualTo("e1");
        assertThat(command.authorId()).isEqualTo("user-1");
        assertThat(command.kind()).isEqualTo(ContentKind.MESSAGE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'contentId':'m1'}|text is missing",
                "{'contentId':'m1','text':null}|text is missing",
                "{'contentId':'m1','text':{'a':1}}|text must be a string, not an object",
                "{'contentId':'m1','text':7}|text must be a string, not a number",
                "{'contentId':'m1','text':'hi','kind':'poem'}|kind 'poem' is none of message",
                "{'contentId':'m1','text':'hi','kind':[1]}|kind must be a string, not an array",
                "{'contentId':'m1','text':'hi','authorId':true}|authorId must be a string, not a boolean",
                "{'contentId':['x'],'text':'hi'}|contentId must be a string, not an array",
                "{}|text is missing"
            })
    void shouldSayWhatIsWrongWhenContentIsPoor(String content, String problem) {
        var submission = read(content);

        assertThat(submission.problem()).contains(problem);
        assertThat(submission.command().text()).isNotBlank();
    }

    @Test
    void shouldShowContentAsItCameWhenThereIsNoText() {
        assertThat(read("{'caption':'hm'}").command().text()).isEqualTo("{\"caption\":\"hm\"}");
    }

    @Test
    void shouldAcceptMediumWithoutText() {
        var submission = read("{'kind':'image'}");

        assertThat(submission.problem()).isNull();
        assertThat(submission.command().text()).isEmpty();
    }

    @Test
    void shouldTakeNumbersForIds() {
        assertThat(read("{'contentId':42,'text':'hi'}").command().contentId()).isEqualTo("42");
    }

    @Test
    void shouldCutTextThatKafkaWouldRefuse() {
        var submission = read("{'text':'" + "x".repeat(ContentRules.LONGEST_TEXT + 1) + "'}");

        assertThat(submission.problem()).contains("longer than");
        assertThat(submission.command().text()).hasSize(ContentRules.LONGEST_TEXT);
    }

    @Test
    void shouldMendHalfSurrogatePairs() {
        assertThat(read("{'text':'a\\ud800'}").command().text()).isEqualTo("a\ufffd");
    }

    private static Submission read(String content) {
        var raw = RawJson.of(content.replace('\'', '"'));
        var event = new Event(
                "e1",
                "acme",
                "MESSAGE_SENT",
                "user-1",
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                RawJson.EMPTY_OBJECT,
                RawJson.EMPTY_OBJECT,
                raw,
                Map.of());
        return ContentReader.read(event, raw, Instant.EPOCH);
    }
}
