package com.nexusai.moderation.scoring;

import com.nexusai.moderation.domain.Category;
import com.nexusai.moderation.domain.SignalWeights;
import com.nexusai.schema.moderation.Reason;
import java.util.function.Consumer;

/** Finds the first payment card (its check digit must fit) and the first telephone number. */
final class NumberDetector implements Detector {
    private final SignalWeights weights;

    NumberDetector(SignalWeights weights) {
        this.weights = weights;
    }

    @Override
    public void inspect(Reading reading, Consumer<Reason> found) {
        boolean card = false;
        boolean phone = false;
        var numbers = new NumberScanner(reading.original());
        for (var number = numbers.next(); number != null && !(card && phone); number = numbers.next()) {
            if (!card && number.isCard()) {
                card = true;
                found.accept(reason("card", weights.card(), "There is a payment card number in it.", number));
            } else if (!phone && number.isPhone()) {
                phone = true;
                found.accept(reason("phone", weights.phone(), "There is a telephone number in it.", number));
            }
        }
    }

    private static Reason reason(String rule, double weight, String explanation, WrittenNumber number) {
        return new Reason("personal-data/" + rule, Category.PERSONAL_DATA.label(), weight, explanation, number.span());
    }
}
