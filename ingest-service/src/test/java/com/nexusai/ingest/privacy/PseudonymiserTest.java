package com.nexusai.ingest.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.ingest.settings.Settings;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.RawJson;
import com.nexusai.schema.serde.Json;
import com.nexusai.schema.tenant.IpTreatment;
import com.nexusai.schema.tenant.Privacy;
import com.nexusai.schema.tenant.TenantSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PseudonymiserTest {
    private static final String SECRET = "a secret of at least thirty-two bytes";
    private static final Privacy EMAILS = new Privacy(IpTreatment.KEEP, true, false, Set.of());
    private static final Privacy PHONES = new Privacy(IpTreatment.KEEP, false, true, Set.of());
    private static final Privacy ALL = new Privacy(IpTreatment.HASH, true, true, Set.of("card", "odd name"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"m\":\"ada@example.org\"}              | {\"m\":\"[email]\"}",
                "{\"m\":\"to: a.b+c@mail.example.co.uk!\"} | {\"m\":\"to: [email]!\"}",
                "{\"m\":\"a@b.cd, e@f.gh.\"}              | {\"m\":\"[email], [email].\"}",
                "{\"m\":\"root@[192.0.2.1]\"}             | {\"m\":\"[email]\"}",
                "{\"m\":\"a\\u0040b.cd\"}                 | {\"m\":\"[email]\"}",
                "{\"m\":\"\\\"a b\\\"@c.de\"}             | {\"m\":\"[email]\"}",
                "{\"m\":\"jürgen@müller.de\"}             | {\"m\":\"[email]\"}",
                "{\"x\":[{\"m\":[1,\"a@b.cd\"]}] , \"n\":1.50} | {\"x\":[{\"m\":[1,\"[email]\"]}] , \"n\":1.50}",
                "{\"a@b.cd\":1,\"e@f.gh\":2}              | {\"[email]\":1,\"[email]2\":2}",
            })
    void shouldMaskEmailsAndNothingElse(String properties, String masked) {
        assertThat(properties(EMAILS, properties)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"@", "a@", "@b.cd", "root@localhost", "5 @ 3.50", "@ada", "!@[email]!@"})
    void shouldLeaveWhatIsNoEmail(String text) {
        assertThat(EmailMask.mask(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource({
        "+49 30 1234567",
        "+14155552671",
        "(555) 123-4567",
        "555-123-4567",
        "0049 30 123456",
        "030/12345678",
        "+44 (0)20 7946 0958"
    })
    void shouldMaskPhones(String phone) {
        assertThat(PhoneMask.mask("call " + phone + " now")).isEqualTo("call [phone] now");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31",
        "2026-01-31T09:30:00Z",
        "1769851800000",
        "01.02.2026",
        "192.168.100.200",
        "1234567",
        "0.123456789",
        "7f9c2ba4-e88f-4a77-9d0e-0c2a5d1b7c11",
        "order 20260131",
        "1+1=2",
        "v2.10.3"
    })
    void shouldLeaveWhatIsNoPhone(String text) {
        assertThat(PhoneMask.mask(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.17,203.0.113.0",
        "2001:db8:1:2:3:4:5:6,2001:db8:1:0:0:0:0:0",
        "::ffff:203.0.113.17,203.0.113.0",
        "'203.0.113.17, 10.0.0.1',[ip]",
        "example.org,[ip]"
    })
    void shouldTruncateAddresses(String ip, String truncated) {
        var after = with(new Privacy(IpTreatment.TRUNCATE, false, false, Set.of()))
                .pseudonymise(event("{}", "{\"a\":1,\"ip\":\"" + ip + "\",\"b\":2}"));

        assertThat(after.context())
                .hasToString("{\"a\":1,\"ip\":\"" + truncated + "\",\"b\":2,\"privacy\":[\"ip:truncated\"]}");
    }

    @Test
    void shouldHashUnderTheTenantsOwnKey() {
        var hash = new TenantHash(SECRET);

        assertThat(hash.of("acme", "x".getBytes()))
                .isEqualTo(hash.of("acme", "x".getBytes()))
                .isNotEqualTo(hash.of("globex", "x".getBytes()))
                .isNotEqualTo(new TenantHash(SECRET + "2").of("acme", "x".getBytes()))
                .matches(TenantHash::isHash);
    }

    @Test
    void shouldHashNamedPropertiesWholeAndAtAnyDepth() {
        var after = with(ALL)
                .pseudonymise(event(
                        "{\"card\":\"4111\",\"n\":{\"card\":{\"no\":1}},\"l\":[{\"odd"
                                + " name\":7}],\"cards\":\"x\",\"z\":null}",
                        "{\"ip\":\"203.0.113.17\"}"));
        var properties = after.properties().tree();

        assertThat(properties.at("/card").asString()).matches(TenantHash::isHash);
        assertThat(properties.at("/n/card").asString()).matches(TenantHash::isHash);
        assertThat(properties.at("/l/0/odd name").asString()).matches(TenantHash::isHash);
        assertThat(properties.at("/cards").asString()).isEqualTo("x");
        assertThat(after.context().tree().at("/ip").asString()).matches(TenantHash::isHash);
        assertThat(after.context().tree().at("/privacy"))
                .hasToString("[\"ip:hashed\",\"properties.card:hashed\",\"properties.n.card:hashed\","
                        + "\"properties.l.odd name:hashed\"]");
    }

    @Test
    void shouldWithholdWhatCannotBeHashedForWantOfASecret() {
        var after = new Pseudonymiser(settings(ALL), new TenantHash(null))
                .pseudonymise(event("{\"card\":\"4111\"}", "{\"ip\":\"203.0.113.17\"}"));

        assertThat(after.properties().toString() + after.context()).doesNotContain("4111", "203.0.113.17");
    }

    @Test
    void shouldMaskInTheContextToo() {
        var context =
                "{\"traits\":{\"email\":\"ada@example.org\",\"card\":1},\"page\":{\"title\":\"call 555-123-4567\"},"
                        + "\"userAgent\":\"a@b.cd 555-123-4567\",\"deep\":{\"ip\":\"a@b.cd\"}}";

        var after = with(ALL).pseudonymise(event("{}", context));

        assertThat(after.context())
                .hasToString("{\"traits\":{\"email\":\"[email]\",\"card\":1},\"page\":{\"title\":\"call [phone]\"},"
                        + "\"userAgent\":\"a@b.cd 555-123-4567\",\"deep\":{\"ip\":\"[email]\"},"
                        + "\"privacy\":[\"context.traits.email:masked\",\"context.page.title:masked\","
                        + "\"context.deep.ip:masked\"]}");
        assertThat(with(ALL).pseudonymise(after)).isSameAs(after);
    }

    @Test
    void shouldMaskInFieldsThatAreNotOurs() {
        var event = event("{}", "{}")
                .with(
                        RawJson.EMPTY_OBJECT,
                        RawJson.EMPTY_OBJECT,
                        Map.of("mail", RawJson.of("\"a@b.cd\""), "list", RawJson.of("[1,\"a@b.cd\"]")));

        var after = with(EMAILS).pseudonymise(event);

        assertThat(after.extra().get("mail")).hasToString("\"[email]\"");
        assertThat(after.extra().get("list")).hasToString("[1,\"[email]\"]");
        assertThat(after.context().tree().path("privacy").valueStream().map(note -> note.asString()))
                .containsExactlyInAnyOrder("mail:masked", "list:masked");
    }

    @Test
    void shouldAddToARecordThatIsThere() {
        var after = with(EMAILS).pseudonymise(event("{\"m\":\"a@b.cd\"}", "{\"privacy\":[\"consent\"],\"x\":1}"));

        assertThat(after.context()).hasToString("{\"privacy\":[\"consent\",\"properties.m:masked\"],\"x\":1}");
    }

    @Test
    void shouldPassOnTheVeryEventWhenNothingIsAskedOrFound() {
        var event = event("{\"m\":\"hello\"}", "{\"locale\":\"de\"}");

        assertThat(with(Privacy.NONE).pseudonymise(event)).isSameAs(event);
        assertThat(with(ALL).pseudonymise(event)).isSameAs(event);
    }

    @Property
    void shouldLetNoEmailSurvive(@ForAll("emails") String email, @ForAll String before, @ForAll String after) {
        var json = Json.MAPPER.createObjectNode();
        json.put("text", before + " " + email + " " + after)
                .put(email, 1)
                .putArray("list")
                .add("<" + email + ">");

        var masked = properties(EMAILS, RawJson.of(json).toString());

        assertThat(masked)
                .doesNotContain(email)
                .doesNotContain(RawJson.ofText(email).toString());
    }

    @Property
    void shouldDoNothingTheSecondTime(@ForAll("emails") String email, @ForAll String text) {
        var json = Json.MAPPER.createObjectNode();
        json.put("card", text).put("m", text + email + text + " +49 30 1234567").put(email, text);
        var once = with(ALL).pseudonymise(event(RawJson.of(json).toString(), "{\"ip\":\"203.0.113.17\"}"));

        assertThat(with(ALL).pseudonymise(once)).isSameAs(once);
    }

    @Property
    void shouldChangeNothingElse(@ForAll("harmless") String text, @ForAll double number, @ForAll boolean flag) {
        var json = Json.MAPPER
                .createObjectNode()
                .put("text", text)
                .put("number", number)
                .put("flag", flag);
        json.putArray("list").add(text).addNull();
        var harmless = RawJson.of(json).toString();
        var event = event(harmless.substring(0, harmless.length() - 1) + ",\"m\":\"a@b.cd\"}", "{}");

        assertThat(with(ALL).pseudonymise(event).properties())
                .hasToString(harmless.substring(0, harmless.length() - 1) + ",\"m\":\"[email]\"}");
    }

    @Test
    void shouldTakeTimeThatGrowsWithTheTextAlone() {
        var began = System.nanoTime();
        for (var piece : new String[] {"a@", "a.", "@", "1-", "+1", "((", "\"@", "a@b", "0 ", "a@b.c@"}) {
            EmailMask.mask(piece.repeat(32_000));
            PhoneMask.mask(piece.repeat(32_000));
        }

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @Provide
    Arbitrary<String> emails() {
        var local = Arbitraries.strings()
                .withChars("abcXYZ019._+-%'")
                .ofMinLength(1)
                .ofMaxLength(20);
        var label = Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(12);
        var top = Arbitraries.strings().alpha().ofMinLength(2).ofMaxLength(6);
        return Combinators.combine(local, label, top).as((name, host, end) -> name + "@" + host + "." + end);
    }

    @Provide
    Arbitrary<String> harmless() {
        return Arbitraries.strings().excludeChars('@', '+', '(', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
    }

    private static String properties(Privacy privacy, String properties) {
        return with(privacy).pseudonymise(event(properties, "{}")).properties().toString();
    }

    private static Pseudonymiser with(Privacy privacy) {
        return new Pseudonymiser(settings(privacy), new TenantHash(SECRET));
    }

    private static Settings settings(Privacy privacy) {
        return tenant -> new TenantSettings(tenant, Set.of(), privacy, 1, Instant.EPOCH, "k-1");
    }

    private static Event event(String properties, String context) {
        return new Event(
                "e-1",
                "acme",
                "T",
                "u-1",
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                RawJson.of(properties),
                RawJson.of(context),
                null,
                Map.of());
    }
}
