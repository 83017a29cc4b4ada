package com.nexusai.kit.http;

import com.nexusai.kit.config.HttpConfig;
import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** What Jetty leaves open by default: how long a client may be silent, and what a stop does to requests in flight. */
final class JettySetup {
    private static final int MAX_HEADER_BYTES = 16 * 1024;

    private JettySetup() {}

    static void apply(JavalinConfig javalin, HttpConfig config) {
        javalin.jetty.modifyServer(server -> {
            server.setStopTimeout(config.drainTimeout().toMillis());
            server.setErrorHandler(new JettyProblems());
            server.insertHandler(new GracefulHandler());
        });
        javalin.jetty.modifyHttpConfiguration(JettySetup::limit);
        javalin.jetty.addConnector((server, http) -> connector(server, http, config));
    }

    private static void limit(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
    }

    private static Connector connector(Server server, HttpConfiguration http, HttpConfig config) {
        var connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(config.host());
        connector.setPort(config.port());
        connector.setIdleTimeout(config.idleTimeout().toMillis());
        return connector;
    }
}
