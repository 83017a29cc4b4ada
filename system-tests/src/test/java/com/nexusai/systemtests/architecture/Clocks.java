package com.nexusai.systemtests.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.time.Clock;
import java.util.Set;

/** Which calls look at the wall clock. */
final class Clocks {
    private static final Set<String> ON_SYSTEM = Set.of("currentTimeMillis", "nanoTime");

    private Clocks() {}

    static DescribedPredicate<JavaMethodCall> readsTheClock() {
        return DescribedPredicate.describe("reads the clock of the machine", Clocks::readsTheClock);
    }

    private static boolean readsTheClock(JavaMethodCall call) {
        var method = call.getTarget();
        var owner = method.getOwner();
        if (owner.isEquivalentTo(Clock.class)) {
            return method.getName().startsWith("system");
        }
        if (owner.isEquivalentTo(System.class)) {
            return ON_SYSTEM.contains(method.getName());
        }
        return owner.getPackageName().equals("java.time")
                && method.getName().equals("now")
                && method.getRawParameterTypes().stream().noneMatch(type -> type.isAssignableTo(Clock.class));
    }
}
