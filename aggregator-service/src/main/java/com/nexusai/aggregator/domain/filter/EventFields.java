package com.nexusai.aggregator.domain.filter;

import com.nexusai.schema.filter.FieldPath.Root;
import com.nexusai.schema.metric.DimensionText;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a plan's filters and measures see of one event, by slot. Made once a thread and filled again for every event;
 * text is decoded and numbers are read only when somebody asks. Not safe for two threads.
 */
public final class EventFields {
    private enum Kind {
        MISSING,
        TEXT,
        NUMBER,
        TRUE,
        FALSE,
        NESTED
    }

    private enum Reading {
        NOT_YET,
        NUMERIC,
        NOT_NUMERIC
    }

    private static final byte[] NOTHING = {};

    private final JsonScan scan = new JsonScan(this);
    private final TextCache cache = new TextCache();
    private final JoinCache joins = new JoinCache();

    private Kind[] kinds = {};
    private Reading[] readings = {};
    private byte[][] sources = {};
    private int[] starts = {};
    private int[] ends = {};
    private @Nullable String[] envelope = {};
    private long[] units = {};
    private @Nullable BigInteger[] large = {};

    /** Looks at an event. What was seen of the one before is forgotten. */
    public void read(EventView event, FieldLayout layout) {
        if (kinds.length < layout.size) {
            grow(layout.size);
        }
        Arrays.fill(kinds, 0, layout.size, Kind.MISSING);
        Arrays.fill(readings, 0, layout.size, Reading.NOT_YET);
        for (int i = 0; i < layout.envelope.length; i++) {
            setEnvelope(layout.envelopeSlots[i], text(event, layout.envelope[i]));
        }
        if (layout.propertySlots > 0) {
            scan.read(
                    event.properties(),
                    event.propertiesOffset(),
                    event.propertiesLength(),
                    layout.properties,
                    layout.propertySlots,
                    layout.nodes);
        }
        if (layout.contextSlots > 0) {
            scan.read(
                    event.context(),
                    event.contextOffset(),
                    event.contextLength(),
                    layout.context,
                    layout.contextSlots,
                    layout.nodes);
        }
    }

    /** Whether there is a value; null is none. */
    public boolean exists(int slot) {
        return kinds[slot] != Kind.MISSING;
    }

    public boolean isText(int slot) {
        return kinds[slot] == Kind.TEXT;
    }

    public boolean isBool(int slot, boolean value) {
        return kinds[slot] == (value ? Kind.TRUE : Kind.FALSE);
    }

    /** Whether it is a JSON number, or a string that is a plain decimal number, and not too large. */
    public boolean isNumber(int slot) {
        if (readings[slot] == Reading.NOT_YET) {
            readings[slot] = readNumber(slot) ? Reading.NUMERIC : Reading.NOT_NUMERIC;
        }
        return readings[slot] == Reading.NUMERIC;
    }

    /** Of a number whose units fit into a long, and almost all do. */
    public long units(int slot) {
        return units[slot];
    }

    /** Of a number whose units do not fit into a long; null for all others. */
    public @Nullable BigInteger largeUnits(int slot) {
        return large[slot];
    }

    /** The value as text; null where it is missing or nested. */
    public @Nullable String text(int slot) {
        return switch (kinds[slot]) {
            case MISSING, NESTED -> null;
            case TRUE -> "true";
            case FALSE -> "false";
            case TEXT -> {
                var known = envelope[slot];
                yield known != null ? known : cache.text(sources[slot], starts[slot], ends[slot]);
            }
            case NUMBER -> numberText(slot);
        };
    }

    /** The value as the text of a dimension: never missing, never too long. */
    public String dimension(int slot) {
        var known = envelope[slot];
        if (kinds[slot] == Kind.TEXT && known != null && known.length() <= DimensionText.LONGEST) {
            return known;
        }
        if (kinds[slot] == Kind.TEXT) {
            byte[] source = source(slot);
            int end = Utf8Text.cut(source, starts[slot], ends[slot], DimensionText.LONGEST);
            return cache.text(source, starts[slot], end);
        }
        var text = text(slot);
        return text != null ? text : DimensionText.NONE;
    }

    /** The texts of two or three dimensions as one. */
    public String joined(String first, String second, @Nullable String third) {
        return joins.join(first, second, third);
    }

    boolean textEquals(int slot, String text, byte[] utf8) {
        var known = envelope[slot];
        return known != null
                ? known.equals(text)
                : Arrays.equals(sources[slot], starts[slot], ends[slot], utf8, 0, utf8.length);
    }

    /** A text that is a string already, as those of the envelope are; they are short, since the door sees to it. */
    @Nullable
    String shortText(int slot) {
        return envelope[slot];
    }

    byte[] source(int slot) {
        var text = envelope[slot];
        if (text != null && sources[slot].length == 0) {
            sources[slot] = text.getBytes(StandardCharsets.UTF_8);
            starts[slot] = 0;
            ends[slot] = sources[slot].length;
        }
        return sources[slot];
    }

    /** Ask for the {@link #source} first. */
    int start(int slot) {
        return starts[slot];
    }

    int end(int slot) {
        return ends[slot];
    }

    void setText(int slot, byte[] source, int from, int to) {
        set(slot, Kind.TEXT, source, from, to);
    }

    void setNumber(int slot, byte[] source, int from, int to) {
        set(slot, Kind.NUMBER, source, from, to);
    }

    void setBool(int slot, boolean value) {
        set(slot, value ? Kind.TRUE : Kind.FALSE, NOTHING, 0, 0);
    }

    void setNested(int slot) {
        set(slot, Kind.NESTED, NOTHING, 0, 0);
    }

    /** One text in slot 0 and nothing else. */
    void readText(String text) {
        if (kinds.length == 0) {
            grow(1);
        }
        readings[0] = Reading.NOT_YET;
        setEnvelope(0, text);
    }

    private void setEnvelope(int slot, @Nullable String text) {
        if (text != null) {
            set(slot, Kind.TEXT, NOTHING, 0, 0);
            envelope[slot] = text;
        }
    }

    private void set(int slot, Kind kind, byte[] source, int from, int to) {
        kinds[slot] = kind;
        sources[slot] = source;
        starts[slot] = from;
        ends[slot] = to;
        envelope[slot] = null;
    }

    private boolean readNumber(int slot) {
        var kind = kinds[slot];
        if (kind != Kind.NUMBER && kind != Kind.TEXT) {
            return false;
        }
        byte[] source = source(slot);
        long fast = Units.fast(source, starts[slot], ends[slot]);
        if (fast != Units.NOT_FAST) {
            units[slot] = fast;
            large[slot] = null;
            return true;
        }
        var slow = Units.slow(source, starts[slot], ends[slot], kind == Kind.NUMBER);
        if (slow == null) {
            return false;
        }
        boolean fits = slow.bitLength() < Long.SIZE;
        units[slot] = fits ? slow.longValue() : 0;
        large[slot] = fits ? null : slow;
        return true;
    }

    /** A number in its shortest form; one that is too large as it was written. */
    private String numberText(int slot) {
        if (!isNumber(slot) || Utf8Text.isShortestNumber(sources[slot], starts[slot], ends[slot])) {
            return cache.text(sources[slot], starts[slot], ends[slot]);
        }
        var huge = large[slot];
        return Units.text(huge != null ? huge : BigInteger.valueOf(units[slot]));
    }

    private static @Nullable String text(EventView event, Root root) {
        return switch (root) {
            case TYPE -> event.type();
            case USER_ID -> event.userId();
            case ANONYMOUS_ID -> event.anonymousId();
            case SESSION_ID -> event.sessionId();
            case ACTOR -> event.actor();
            case EVENT_ID -> event.eventId();
            case PROPERTIES, CONTEXT -> throw new IllegalArgumentException(root + " is not of the envelope");
        };
    }

    private void grow(int size) {
        kinds = new Kind[size];
        readings = new Reading[size];
        sources = new byte[size][];
        starts = new int[size];
        ends = new int[size];
        envelope = new String[size];
        units = new long[size];
        large = new BigInteger[size];
        Arrays.fill(sources, NOTHING);
    }
}
