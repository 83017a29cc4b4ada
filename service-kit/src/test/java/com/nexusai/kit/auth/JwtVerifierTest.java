package com.nexusai.kit.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexusai.kit.config.AuthConfig;
import com.nexusai.kit.config.JwtAlgorithm;
import com.nexusai.kit.problem.Problem;
import com.nexusai.schema.auth.TenantId;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtVerifierTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private final JwtVerifier verifier = Objects.requireNonNull(
            JwtVerifier.from(new AuthConfig(SECRET, null, JwtAlgorithm.HS256, "https://id.example", "analytics")));

    @Test
    void shouldKnowCallerWhenTokenIsGood() throws JOSEException {
        var principal = verifier.verify(signed(claims -> claims));

        assertThat(principal.tenantId()).isEqualTo("acme");
        assertThat(principal.subject()).isEqualTo("ada");
        assertThat(principal.scopes()).containsExactlyInAnyOrder(Scope.READ, Scope.INGEST);
    }

    @Test
    void shouldReadScopesFromListAndTenantFromItsOtherName() throws JOSEException {
        var principal = verifier.verify(signed(claims ->
                claims.claim("scope", List.of("moderate")).claim("tenant", null).claim("tenantId", "globex")));

        assertThat(principal).isEqualTo(new Principal("globex", "ada", java.util.Set.of(Scope.MODERATE)));
    }

    @Test
    void shouldAcceptAccessTokensByTheirOwnType() throws JOSEException {
        var token = sign(JWSAlgorithm.HS256, new MACSigner(SECRET), "at+jwt", claims().build());

        assertThat(verifier.verify(token).tenantId()).isEqualTo("acme");
    }

    @Test
    void shouldRefuseWhenExpired() {
        assertRefused(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(600))));
    }

    @Test
    void shouldRefuseWhenItNeverExpires() {
        assertRefused(claims -> claims.expirationTime(null));
    }

    @Test
    void shouldRefuseWhenNotYetValid() {
        assertRefused(claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(600))));
    }

    @Test
    void shouldRefuseWhenIssuerIsAnother() {
        assertRefused(claims -> claims.issuer("https://evil.example"));
    }

    @Test
    void shouldRefuseWhenAudienceIsAnother() {
        assertRefused(claims -> claims.audience("billing"));
    }

    @Test
    void shouldRefuseWhenNoTenantIsNamed() {
        assertRefused(claims -> claims.claim("tenant", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"default/chat", "/", "", " acme", "..", "a\u0000b"})
    void shouldRefuseWhenTenantIsNotValid(String tenant) {
        assertRefused(claims -> claims.claim("tenant", tenant));
        assertRefused(claims -> claims.claim("tenant", null).claim("tenantId", tenant));
    }

    @Test
    void shouldSayWhichClaimIsWrongWhenTenantIsNotValid() {
        assertThatThrownBy(() -> verifier.verify(signed(claims -> claims.claim("tenant", "default/chat"))))
                .hasMessageContaining("not a valid tenant")
                .hasMessageContaining(TenantId.RULE);
    }

    @Test
    void shouldRefuseWhenSignatureIsAnothers() {
        assertThatThrownBy(() -> verifier.verify(
                        sign(JWSAlgorithm.HS256, new MACSigner(SECRET.replace('0', 'x')), "JWT", claims().build())))
                .isInstanceOf(Problem.class);
    }

    @Test
    void shouldRefuseWhenAlgorithmIsNotThePinnedOne() {
        var longSecret = SECRET + SECRET;

        assertThatThrownBy(() ->
                        verifier.verify(sign(JWSAlgorithm.HS512, new MACSigner(longSecret), "JWT", claims().build())))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> verifier.verify(new PlainJWT(claims().build()).serialize()))
                .isInstanceOf(Problem.class);
    }

    @Test
    void shouldFetchKeysWhenTheyAreRemote() throws Exception {
        var rsa = new RSAKeyGenerator(2048).keyID("one").generate();
        var jwks = serve(new JWKSet(rsa).toString());
        try {
            var remote = remote(jwks, JwtAlgorithm.RS256);
            var token = sign(JWSAlgorithm.RS256, new RSASSASigner(rsa), "JWT", claims().build());

            assertThat(remote.verify(token).tenantId()).isEqualTo("acme");
            // the classic: the public key used as an HMAC secret
            assertThatThrownBy(() -> remote.verify(signedWithPublicKey(rsa))).isInstanceOf(Problem.class);
        } finally {
            jwks.stop(0);
        }
    }

    @Test
    void shouldFetchEllipticKeysToo() throws Exception {
        var ec = new ECKeyGenerator(Curve.P_256).keyID("two").generate();
        var jwks = serve(new JWKSet(ec).toString());
        try {
            var token = sign(JWSAlgorithm.ES256, new ECDSASigner(ec), "JWT", claims().build());

            assertThat(remote(jwks, JwtAlgorithm.ES256).verify(token).subject()).isEqualTo("ada");
        } finally {
            jwks.stop(0);
        }
    }

    @Test
    void shouldAskToTryAgainWhenKeysCannotBeFetched() throws Exception {
        var jwks = serve("{}");
        jwks.stop(0);
        var rsa = new RSAKeyGenerator(2048).generate();
        var token = sign(JWSAlgorithm.RS256, new RSASSASigner(rsa), "JWT", claims().build());

        assertThatThrownBy(() -> remote(jwks, JwtAlgorithm.RS256).verify(token))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(503));
    }

    @Test
    void shouldTakeKeysOnlyWhenNothingIsConfigured() {
        assertThat(JwtVerifier.from(AuthConfig.KEYS_ONLY)).isNull();
    }

    private void assertRefused(UnaryOperator<JWTClaimsSet.Builder> change) {
        assertThatThrownBy(() -> verifier.verify(signed(change)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(401));
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .subject("ada")
                .issuer("https://id.example")
                .audience("analytics")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .claim("tenant", "acme")
                .claim("scope", "read ingest unheard-of");
    }

    private static String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return sign(
                JWSAlgorithm.HS256,
                new MACSigner(SECRET),
                "JWT",
                change.apply(claims()).build());
    }

    private static String signedWithPublicKey(RSAKey rsa) throws JOSEException {
        return sign(JWSAlgorithm.HS256, new MACSigner(rsa.toRSAPublicKey().getEncoded()), "JWT", claims().build());
    }

    private static String sign(JWSAlgorithm algorithm, JWSSigner signer, String type, JWTClaimsSet claims)
            throws JOSEException {
        var header =
                new JWSHeader.Builder(algorithm).type(new JOSEObjectType(type)).build();
        var jwt = new SignedJWT(header, claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static JwtVerifier remote(HttpServer jwks, JwtAlgorithm algorithm) {
        var address = URI.create("http://127.0.0.1:" + jwks.getAddress().getPort() + "/keys");
        return Objects.requireNonNull(JwtVerifier.from(new AuthConfig(null, address, algorithm, null, null)));
    }

    private static HttpServer serve(String jwks) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/keys", exchange -> {
            var bytes = jwks.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }
}
