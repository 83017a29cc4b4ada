package com.nexusai.systemtests.deploy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The instructions of a Dockerfile, each with the stage that it stands in. */
record Dockerfile(List<Instruction> instructions) {
    private static final Pattern STAGE = Pattern.compile("(\\S+) AS (\\S+)");
    private static final Pattern VARIABLE = Pattern.compile("([A-Z_]+)=(\"[^\"]*\"|\\S+)");

    record Instruction(String stage, String name, String arguments) {}

    static Dockerfile parse(String text) {
        String logicalLines = text.replaceAll("(?m)^#.*\n", "").replaceAll("\\\\\n\\s*", "");
        List<Instruction> instructions = new ArrayList<>();
        String stage = "";
        for (String line : logicalLines.lines().filter(line -> !line.isBlank()).toList()) {
            String[] words = line.split(" ", 2);
            if (words[0].equals("FROM")) {
                stage = stageName(words[1]);
            }
            instructions.add(new Instruction(stage, words[0], words[1].strip()));
        }
        return new Dockerfile(List.copyOf(instructions));
    }

    List<String> stages() {
        return named("FROM").stream().map(Instruction::stage).toList();
    }

    List<Instruction> named(String name) {
        return instructions.stream()
                .filter(instruction -> instruction.name().equals(name))
                .toList();
    }

    /** Arguments of the instructions of that name in that stage. */
    List<String> in(String stage, String name) {
        return named(name).stream()
                .filter(instruction -> instruction.stage().equals(stage))
                .map(Instruction::arguments)
                .toList();
    }

    Map<String, String> environment(String stage) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String arguments : in(stage, "ENV")) {
            Matcher matcher = VARIABLE.matcher(arguments);
            while (matcher.find()) {
                variables.put(matcher.group(1), matcher.group(2).replace("\"", ""));
            }
        }
        return variables;
    }

    private static String stageName(String from) {
        Matcher matcher = STAGE.matcher(from);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a stage without a name: " + from);
        }
        return matcher.group(2);
    }
}
