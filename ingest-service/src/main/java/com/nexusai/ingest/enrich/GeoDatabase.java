package com.nexusai.ingest.enrich;

import com.maxmind.db.CHMCache;
import com.maxmind.db.Reader;
import com.nexusai.schema.event.RawJson;
import com.nexusai.schema.serde.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** A file in MaxMind's format, of cities or of countries: where an address is. None is shipped. */
public final class GeoDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GeoDatabase.class);

    private final Reader reader;

    private GeoDatabase(Reader reader) {
        this.reader = reader;
    }

    /** @throws IOException if there is no such file, or it has another format */
    public static GeoDatabase open(Path file) throws IOException {
        return new GeoDatabase(new Reader(file.toFile(), new CHMCache()));
    }

    /** Null where the text is no address, or the file does not know it. */
    @Nullable
    RawJson locate(String ip) {
        try {
            var found = reader.get(InetAddress.ofLiteral(ip), Map.class);
            if (found == null) {
                return null;
            }
            var place = place(found);
            return place.isEmpty() ? null : RawJson.of(place);
        } catch (IllegalArgumentException noAddress) {
            return null;
        } catch (IOException | RuntimeException broken) {
            LOG.warn("the geo database cannot be read", broken);
            return null;
        }
    }

    private static ObjectNode place(Map<?, ?> found) {
        var place = Json.MAPPER.createObjectNode();
        put(place, "continent", at(found, "continent", "code"));
        put(place, "country", at(found, "country", "iso_code"));
        if (found.get("subdivisions") instanceof List<?> list
                && !list.isEmpty()
                && list.getFirst() instanceof Map<?, ?> first) {
            put(place, "region", at(first, "iso_code"));
        }
        put(place, "city", at(found, "city", "names", "en"));
        put(place, "timezone", at(found, "location", "time_zone"));
        return place;
    }

    private static void put(ObjectNode place, String name, @Nullable Object value) {
        if (value instanceof String text) {
            place.put(name, text);
        }
    }

    private static @Nullable Object at(Map<?, ?> found, String... path) {
        Object value = found;
        for (var name : path) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
