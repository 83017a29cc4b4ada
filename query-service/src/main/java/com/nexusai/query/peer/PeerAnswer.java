package com.nexusai.query.peer;

/** What another instance answered, passed on as it is. */
public record PeerAnswer(int status, String contentType, String body) {}
