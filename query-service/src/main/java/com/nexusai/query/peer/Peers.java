package com.nexusai.query.peer;

import java.util.Optional;
import org.apache.kafka.streams.state.HostInfo;

/** The other instances of this service. */
@FunctionalInterface
public interface Peers {

    /** A request with this header has made its one hop and goes no further. */
    String HOP = "X-Fleet-Hop";

    /** Empty if the peer is away or cannot answer now, so that another copy is worth a try. */
    Optional<PeerAnswer> ask(HostInfo peer, PeerRequest request);
}
