package com.nexusai.moderation.scoring.personal;

import com.nexusai.moderation.domain.Category;
import com.nexusai.moderation.domain.SignalWeights;
import com.nexusai.moderation.scoring.text.Detector;
import com.nexusai.moderation.scoring.text.Reading;
import com.nexusai.schema.moderation.Reason;
import com.nexusai.schema.moderation.Reason.Span;
import java.util.function.Consumer;

/** Finds the first bank account and the first payment card (the check digits must fit) and the first telephone number. */
public final class NumberDetector implements Detector {
    private final SignalWeights weights;

    public NumberDetector(SignalWeights weights) {
        this.weights = weights;
    }

    @Override
    public void inspect(Reading reading, Consumer<Reason> found) {
        boolean card = false;
        boolean phone = false;
        var account = Iban.in(reading.original());
        account.ifPresent(span -> found.accept(reason("iban", weights.iban(), "There is a bank account in it.", span)));
        var numbers = new NumberScanner(reading.original());
        for (var number = numbers.next(); number != null && !(card && phone); number = numbers.next()) {
            if (account.isPresent() && touch(account.get(), number.span())) {
                continue;
            }
            if (!card && number.isCard()) {
                card = true;
                found.accept(reason("card", weights.card(), "There is a payment card number in it.", number.span()));
            } else if (!phone && number.isPhone()) {
                phone = true;
                found.accept(reason("phone", weights.phone(), "There is a telephone number in it.", number.span()));
            }
        }
    }

    private static boolean touch(Span one, Span other) {
        return one.from() < other.to() && other.from() < one.to();
    }

    private static Reason reason(String rule, double weight, String explanation, Span span) {
        return new Reason("personal-data/" + rule, Category.PERSONAL_DATA.label(), weight, explanation, span);
    }
}
