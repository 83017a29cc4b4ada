package com.nexusai.ingest.protocol;

/** @param path as the server's router writes it */
public record Endpoint(Method method, String path) {

    public enum Method {
        GET,
        POST
    }

    static Endpoint get(String path) {
        return new Endpoint(Method.GET, path);
    }

    static Endpoint post(String path) {
        return new Endpoint(Method.POST, path);
    }
}
