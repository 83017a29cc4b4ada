package com.nexusai.schema.event;

/** The types with a built-in meaning. Any other type is welcome and is counted like these. */
public enum EventType {
    USER_LOGIN,
    USER_LOGOUT,
    MESSAGE_SENT,
    MESSAGE_RECEIVED,
    COMPANION_CREATED,
    COMPANION_DELETED,
    CONVERSATION_STARTED,
    SUBSCRIPTION_CREATED,
    SUBSCRIPTION_CANCELLED,
    PAYMENT_COMPLETED,
    PAYMENT_FAILED,
    MEDIA_UPLOADED,
    FEATURE_USED
}
