package com.nexusai.moderation.scoring.lexicon;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many phrases written as one: {@code {kill|stab} you}, {@code {3..17} years old}. A choice may be empty. */
final class Template {
    private Template() {}

    static List<String> phrases(String template) {
        int open = template.indexOf('{');
        if (open < 0) {
            return List.of(template.strip().replaceAll(" +", " "));
        }
        int close = template.indexOf('}', open);
        if (close < 0) {
            throw new IllegalArgumentException("a brace is not closed in '" + template + "'");
        }
        var before = template.substring(0, open);
        var after = template.substring(close + 1);
        return choices(template.substring(open + 1, close))
                .flatMap(choice -> phrases(before + choice + after).stream())
                .toList();
    }

    private static Stream<String> choices(String inside) {
        return Arrays.stream(inside.split("\\|", -1)).flatMap(Template::range);
    }

    private static Stream<String> range(String choice) {
        int dots = choice.indexOf("..");
        if (dots < 0) {
            return Stream.of(choice);
        }
        int first = Integer.parseInt(choice.substring(0, dots));
        int last = Integer.parseInt(choice.substring(dots + 2));
        return IntStream.rangeClosed(first, last).mapToObj(Integer::toString);
    }
}
