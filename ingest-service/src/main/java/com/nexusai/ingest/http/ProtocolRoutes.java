package com.nexusai.ingest.http;

import com.nexusai.ingest.protocol.Endpoint;
import com.nexusai.ingest.protocol.Protocol;
import com.nexusai.kit.auth.Authentication;
import com.nexusai.kit.auth.Open;
import com.nexusai.kit.http.Routes;
import io.javalin.config.RoutesConfig;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The ways in for other people's SDKs: each path with the protocols that are spoken on it. */
public final class ProtocolRoutes implements Routes {
    private final List<Protocol> protocols;
    private final Admissions admissions;
    private final Callers callers;
    private final InstantSource clock;

    public ProtocolRoutes(
            List<Protocol> protocols, Admissions admissions, Authentication authentication, InstantSource clock) {
        this.protocols = List.copyOf(protocols);
        this.admissions = admissions;
        this.callers = new Callers(authentication);
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        var byEndpoint = new LinkedHashMap<Endpoint, List<Protocol>>();
        for (var protocol : protocols) {
            for (var endpoint : protocol.endpoints()) {
                byEndpoint.computeIfAbsent(endpoint, _ -> new ArrayList<>()).add(protocol);
            }
        }
        byEndpoint.forEach((endpoint, speakers) -> add(routes, endpoint, speakers));
    }

    private void add(RoutesConfig routes, Endpoint endpoint, List<Protocol> speakers) {
        var handler = new ProtocolHandler(speakers, admissions, callers, clock);
        switch (endpoint.method()) {
            case GET -> routes.get(endpoint.path(), handler::take, Open.OWN_CREDENTIAL);
            case POST -> routes.post(endpoint.path(), handler::take, Open.OWN_CREDENTIAL);
        }
    }
}
