package com.nexusai.systemtests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Set;

/** A module's packages below its root: what lies deeper belongs to the part that it lies in. */
final class Parts implements SliceAssignment {
    /** The topology wires the processors, and these name the stores and steps of the topology: one part. */
    private static final Set<String> STREAM = Set.of("topology", "processor");

    private final String root;

    private Parts(String root) {
        this.root = root + ".";
    }

    static ArchRule haveNoCycles(String root) {
        return SlicesRuleDefinition.slices()
                .assignedFrom(new Parts(root))
                .should()
                .beFreeOfCycles()
                .because("of two packages that need each other, neither can be understood first");
    }

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        if (!type.getPackageName().startsWith(root)) {
            return SliceIdentifier.ignore();
        }
        var names = type.getPackageName().substring(root.length()).split("\\.");
        var part = names.length == 1 ? "" : names[1];
        return SliceIdentifier.of(names[0], STREAM.contains(part) ? "topology and processor" : part);
    }

    @Override
    public String getDescription() {
        return "the packages of each module";
    }
}
