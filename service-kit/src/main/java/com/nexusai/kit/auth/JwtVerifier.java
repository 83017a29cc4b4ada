package com.nexusai.kit.auth;

import com.nexusai.kit.config.AuthConfig;
import com.nexusai.kit.problem.Problem;
import com.nexusai.schema.auth.TenantId;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks a JWT: one pinned algorithm, signature, times, issuer, audience; then reads tenant and scopes from it. */
public final class JwtVerifier {
    private static final Logger LOG = LoggerFactory.getLogger(JwtVerifier.class);

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    private JwtVerifier(JWKSource<SecurityContext> keys, AuthConfig config) {
        var algorithm = JWSAlgorithm.parse(config.algorithm().name());
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithm, keys));
        processor.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(config.audience(), issuedBy(config.issuer()), Set.of("exp")));
    }

    /** @return null when the configuration asks for API keys only */
    public static @Nullable JwtVerifier from(AuthConfig config) {
        if (config.jwtSecret() != null) {
            return new JwtVerifier(new ImmutableSecret<>(config.jwtSecret().getBytes(StandardCharsets.UTF_8)), config);
        }
        return config.jwksUrl() == null ? null : new JwtVerifier(remote(config.jwksUrl()), config);
    }

    Principal verify(String jwt) {
        try {
            return principal(processor.process(jwt, null));
        } catch (KeySourceException away) {
            LOG.warn("the JWKS cannot be read: {}", away.getMessage());
            throw Problem.unavailable("Tokens cannot be checked now.", Duration.ofSeconds(5));
        } catch (BadJOSEException | JOSEException | ParseException refused) {
            throw Problem.unauthorized("The token is not accepted: " + refused.getMessage() + ".");
        }
    }

    private static Principal principal(JWTClaimsSet claims) throws ParseException {
        var tenant = claims.getStringClaim("tenant");
        if (tenant == null) {
            tenant = claims.getStringClaim("tenantId");
        }
        if (tenant == null || tenant.isBlank()) {
            throw Problem.unauthorized("The token names no tenant.");
        }
        if (!TenantId.isValid(tenant)) {
            throw Problem.unauthorized("The token's claim is not a valid tenant: it " + TenantId.RULE + ".");
        }
        var subject = claims.getSubject();
        return new Principal(tenant, subject == null ? "token" : subject, scopes(claims));
    }

    private static Set<Scope> scopes(JWTClaimsSet claims) {
        var scopes = EnumSet.noneOf(Scope.class);
        for (var text : texts(claims.getClaim("scope"))) {
            Scope.parse(text).ifPresent(scopes::add);
        }
        return scopes;
    }

    /** OAuth writes scopes as one text with spaces, others as a list. */
    private static List<String> texts(@Nullable Object claim) {
        return switch (claim) {
            case null -> List.of();
            case String text -> Arrays.asList(text.split(" "));
            case Collection<?> list -> list.stream().map(String::valueOf).toList();
            default -> List.of();
        };
    }

    private static @Nullable JWTClaimsSet issuedBy(@Nullable String issuer) {
        return issuer == null ? null : new JWTClaimsSet.Builder().issuer(issuer).build();
    }

    private static JWKSource<SecurityContext> remote(URI address) {
        try {
            return JWKSourceBuilder.create(address.toURL())
                    .retrying(true)
                    .outageTolerant(true)
                    .build();
        } catch (MalformedURLException unusable) {
            throw new IllegalArgumentException("AUTH_JWKS_URL cannot be fetched: " + address, unusable);
        }
    }
}
