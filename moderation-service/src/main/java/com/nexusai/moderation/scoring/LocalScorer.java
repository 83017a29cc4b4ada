package com.nexusai.moderation.scoring;

import com.nexusai.moderation.domain.Category;
import com.nexusai.moderation.domain.ContentRules;
import com.nexusai.moderation.domain.Policy;
import com.nexusai.moderation.domain.Score;
import com.nexusai.moderation.domain.Scorer;
import com.nexusai.moderation.domain.SecondOpinion;
import com.nexusai.moderation.scoring.language.LanguageDetector;
import com.nexusai.moderation.scoring.lexicon.Lexicon;
import com.nexusai.moderation.scoring.lexicon.LexiconDetector;
import com.nexusai.moderation.scoring.lexicon.OwnWords;
import com.nexusai.moderation.scoring.personal.EmailDetector;
import com.nexusai.moderation.scoring.personal.NumberDetector;
import com.nexusai.moderation.scoring.spam.SpamDetector;
import com.nexusai.moderation.scoring.text.Detector;
import com.nexusai.moderation.scoring.text.Reading;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.Reason;
import com.nexusai.schema.moderation.Reason.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scores text in this process. What it has not seen (a picture, the end of a long text) it never lets pass unseen. */
public final class LocalScorer implements Scorer {
    private final Policy policy;
    private final List<Detector> detectors;

    public LocalScorer(Policy policy) {
        this(policy, LexiconDetector.builtIn());
    }

    public LocalScorer(Policy policy, Lexicon lexicon) {
        this(policy, new LexiconDetector(lexicon, LanguageDetector.bySmallWords()));
    }

    /** One that knows a tenant's own words besides. */
    static LocalScorer with(Policy policy, OwnWords own) {
        return new LocalScorer(policy, LexiconDetector.builtIn().with(own));
    }

    private LocalScorer(Policy policy, LexiconDetector lexicon) {
        var weights = policy.weights();
        this.policy = policy;
        this.detectors = List.of(
                lexicon, new SpamDetector(weights), new EmailDetector(weights.email()), new NumberDetector(weights));
    }

    @Override
    public Score score(ContentKind kind, String text) {
        var reasons = new ArrayList<Reason>();
        var reading = Reading.of(text.substring(0, readable(text)));
        for (var detector : detectors) {
            detector.inspect(reading, reasons::add);
        }
        if (reading.original().length() < text.length()) {
            reasons.add(tooLong(reading.original().length(), text.length()));
        }
        if (ContentRules.isMedium(kind)) {
            reasons.add(unseen(
                    SecondOpinion.UNSEEN_MEDIUM,
                    "Only its text was looked at, not what it shows or sounds like.",
                    null));
        }
        return Score.of(reasons);
    }

    /** How much of the text is read; never half a character. */
    private int readable(String text) {
        int limit = Math.min(text.length(), policy.textLimit());
        boolean splits = limit < text.length() && Character.isHighSurrogate(text.charAt(limit - 1));
        return splits ? limit - 1 : limit;
    }

    private Reason tooLong(int read, int length) {
        var explanation = "Only the first %d of its %d characters were read.".formatted(read, length);
        return unseen("content/too-long", explanation, new Span(read, length));
    }

    private Reason unseen(String rule, String explanation, @Nullable Span span) {
        return new Reason(rule, Category.UNSEEN.label(), policy.enoughForReview(), explanation, span);
    }
}
