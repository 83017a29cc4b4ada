package com.nexusai.schema.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What people do with a case.
 *
 * @param claim present while it is in review
 * @param waiting present while it waits for a person, and while one reviews it
 * @param appeal the appeal, also after it was decided
 * @param reports by users, since the last decision by a person; one a user
 * @param skippedBy moderators who do not want it
 * @param reach how many people have seen the content, where that is known
 * @param evidenceHold the case must not be deleted
 * @param held a decision that may still be taken back
 * @param second another look at the last decision of a person, if it was drawn for one
 * @param golden present for cases that only measure moderators
 */
public record Handling(
        @Nullable CaseClaim claim,
        @Nullable CaseWait waiting,
        @Nullable CaseAppeal appeal,
        List<CaseReport> reports,
        Set<String> skippedBy,
        long reach,
        boolean evidenceHold,
        @Nullable HeldRuling held,
        @Nullable SecondLook second,
        @Nullable Golden golden) {

    public static final Handling NONE = new Handling(null, null, null, List.of(), Set.of(), 0, false, null, null, null);

    public Handling {
        // cases that were written before these fields existed do not have them
        reports = reports == null ? List.of() : List.copyOf(reports);
        skippedBy = skippedBy == null ? Set.of() : Set.copyOf(skippedBy);
    }

    public Handling withClaim(@Nullable CaseClaim other) {
        return new Handling(other, waiting, appeal, reports, skippedBy, reach, evidenceHold, held, second, golden);
    }

    public Handling withWait(@Nullable CaseWait other) {
        return new Handling(claim, other, appeal, reports, skippedBy, reach, evidenceHold, held, second, golden);
    }

    public Handling withAppeal(@Nullable CaseAppeal other) {
        return new Handling(claim, waiting, other, reports, skippedBy, reach, evidenceHold, held, second, golden);
    }

    public Handling with(CaseReport one) {
        var all = new ArrayList<>(reports);
        all.add(one);
        return new Handling(claim, waiting, appeal, all, skippedBy, reach, evidenceHold, held, second, golden);
    }

    /** Nobody reviews it any more, and its reports are answered. */
    public Handling closed() {
        return new Handling(null, null, appeal, List.of(), Set.of(), reach, evidenceHold, null, null, golden);
    }

    public Handling skipped(String moderator) {
        var all = new TreeSet<>(skippedBy);
        all.add(moderator);
        return new Handling(null, waiting, appeal, reports, all, reach, evidenceHold, null, second, golden);
    }

    public Handling withReach(long other) {
        return new Handling(claim, waiting, appeal, reports, skippedBy, other, evidenceHold, held, second, golden);
    }

    public Handling withEvidenceHold(boolean other) {
        return new Handling(claim, waiting, appeal, reports, skippedBy, reach, other, held, second, golden);
    }

    public Handling withHeld(@Nullable HeldRuling other) {
        return new Handling(claim, waiting, appeal, reports, skippedBy, reach, evidenceHold, other, second, golden);
    }

    public Handling withSecond(@Nullable SecondLook other) {
        return new Handling(claim, waiting, appeal, reports, skippedBy, reach, evidenceHold, held, other, golden);
    }

    public Handling withGolden(@Nullable Golden other) {
        return new Handling(claim, waiting, appeal, reports, skippedBy, reach, evidenceHold, held, second, other);
    }
}
