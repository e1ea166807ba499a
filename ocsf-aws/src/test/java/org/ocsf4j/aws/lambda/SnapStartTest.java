package org.ocsf4j.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.crac.Core;
import org.junit.jupiter.api.Test;

final class SnapStartTest {

    private final List<String> done = new ArrayList<>();

    @Test
    void runsItsActionsInOrderAroundTheSnapshot() {
        SnapStart hooks = SnapStart.builder()
                .before(() -> done.add("primed"))
                .after(() -> done.add("renewed"))
                .before(() -> done.add("closed"))
                .register();
        assertThat(done).isEmpty();

        hooks.beforeCheckpoint(Core.getGlobalContext());
        assertThat(done).containsExactly("primed", "closed");

        hooks.afterRestore(Core.getGlobalContext());
        hooks.afterRestore(Core.getGlobalContext());
        assertThat(done).containsExactly("primed", "closed", "renewed", "renewed");
    }

    @Test
    void failsTheSnapshotWhereAnActionFails() {
        SnapStart hooks = SnapStart.builder()
                .before(() -> {
                    throw new IllegalStateException("cannot be converted");
                })
                .before(() -> done.add("closed"))
                .register();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> hooks.beforeCheckpoint(Core.getGlobalContext()));
        assertThat(done).isEmpty();
    }
}
