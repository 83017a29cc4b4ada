package com.nexusai.moderation.scoring.lexicon;

import com.nexusai.moderation.domain.Category;
import com.nexusai.moderation.scoring.lexicon.Meaning.Fault;
import com.nexusai.moderation.scoring.lexicon.Meaning.Marker;
import com.nexusai.schema.moderation.Reason.Span;
import java.util.List;
import java.util.Optional;

/** What stands around a phrase, and how it is meant therefore. */
final class Surroundings {
    private static final int NEAR = 120;

    private final String text;
    private final List<Hit> markers;

    Surroundings(String text, List<Hit> hits) {
        this.text = text;
        this.markers = hits.stream()
                .filter(hit -> hit.entry().meaning() instanceof Marker)
                .toList();
    }

    boolean allow(Hit hit) {
        return markers.stream().anyMatch(marker -> marker.means(Marker.ALLOW) && hit.within(marker));
    }

    /** What shows that a fault is only told of, or that somebody helps. */
    Optional<Hit> softens(Hit hit, Fault fault) {
        return markers.stream()
                .filter(marker -> softens(marker.entry().meaning(), fault.category()))
                .filter(marker -> near(marker.span(), hit.span()))
                .findFirst();
    }

    /** The word for a child near a word about sex. */
    Optional<Hit> child(Hit erotic) {
        return markers.stream()
                .filter(marker -> marker.means(Marker.MINOR) && !allow(marker))
                .filter(marker -> near(marker.span(), erotic.span()))
                .findFirst();
    }

    private static boolean softens(Meaning marker, Category category) {
        return switch (category) {
            case HATE, HARASSMENT, VIOLENCE, ILLEGAL, SELF_HARM, SEXUAL, SEXUAL_MINORS ->
                marker == Marker.QUOTE || marker == Marker.HELP;
            case SPAM, PERSONAL_DATA, UNSEEN -> false;
        };
    }

    /** In one sentence, or nearly. */
    private boolean near(Span one, Span other) {
        int from = Math.min(one.to(), other.to());
        int to = Math.max(one.from(), other.from());
        if (to - from > NEAR) {
            return false;
        }
        for (int at = from; at < to; at++) {
            if (endsSentence(text.charAt(at)) && at + 1 < to && Character.isWhitespace(text.charAt(at + 1))) {
                return false;
            }
        }
        return true;
    }

    private static boolean endsSentence(char c) {
        return c == '.' || c == '!' || c == '?' || c == '؟' || c == '\n';
    }
}
