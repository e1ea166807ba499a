package org.ocsf4j.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CircuitTest {

    private final Circuit circuit = new Circuit();

    @Test
    void letsEverybodyThroughUntilARequestIsTurnedAway() {
        assertThat(circuit.nanosUntilTurn(0)).isZero();
        assertThat(circuit.nanosUntilTurn(0)).isZero();
        assertThat(circuit.isPassable(0)).isTrue();
    }

    @Test
    void holdsEverybodyBackUntilTheWaitIsOver() {
        open(1_000);
        assertThat(circuit.nanosUntilTurn(400)).isEqualTo(600);
        assertThat(circuit.isPassable(999)).isFalse();
        assertThat(circuit.isPassable(1_000)).isTrue();
    }

    @Test
    void letsOneTryWhenTheWaitIsOver() {
        open(1_000);
        assertThat(circuit.nanosUntilTurn(1_000)).isZero();
        assertThat(circuit.nanosUntilTurn(1_000)).isEqualTo(Circuit.LOOK_AGAIN.toNanos());
        circuit.answered();
        assertThat(circuit.nanosUntilTurn(1_000)).isZero();
        assertThat(circuit.nanosUntilTurn(1_000)).isZero();
    }

    @Test
    void letsTheNextTryWhereOneGaveItsTurnUp() {
        open(1_000);
        assertThat(circuit.nanosUntilTurn(1_000)).isZero();
        circuit.abandoned();
        assertThat(circuit.nanosUntilTurn(1_000)).isZero();
    }

    @Test
    void countsRequestsThatFailedTogetherOnce() {
        long together = circuit.opening();
        assertThat(circuit.turnedAway(together)).isEqualTo(1);
        assertThat(circuit.turnedAway(together)).isEqualTo(1);
        assertThat(circuit.turnedAway(circuit.opening())).isEqualTo(2);
        circuit.answered();
        assertThat(circuit.turnedAway(circuit.opening())).isEqualTo(1);
    }

    @Test
    void aShorterWaitDoesNotShortenALongerOne() {
        open(1_000);
        circuit.openUntil(500);
        assertThat(circuit.nanosUntilTurn(600)).isEqualTo(400);
    }

    private void open(long until) {
        circuit.turnedAway(circuit.opening());
        circuit.openUntil(until);
    }
}
