package org.ocsf4j.testkit.lake;

import java.util.ArrayList;
import java.util.List;

/**
 * Addresses outside: documentation networks (RFC 5737) and the benchmarking network (RFC 2544), some of them seen far more
 * often, and a long tail of those that are seen once.
 * Hosts below {@value #FIRST_HOST} in the documentation networks are left to the stories.
 */
final class Addresses {

    /** Written where a flow log has no value. */
    static final String ABSENT = "-";

    private static final int FIRST_HOST = 100;
    private static final int LAST_HOST = 250;
    private static final double ONCE = 0.2;
    private static final int BENCHMARK_HOSTS = 4_000;
    private static final List<String> DOCUMENTATION = List.of("198.51.100.", "203.0.113.", "192.0.2.");
    private static final List<String> REMOTE = remoteAddresses();

    private Addresses() {}

    static String remote(Dice dice) {
        return dice.chance(ONCE) ? unknown(dice) : dice.pickSkewed(REMOTE);
    }

    private static String unknown(Dice dice) {
        return "198." + (18 + dice.below(2)) + "." + dice.below(256) + "." + dice.between(1, 254);
    }

    private static List<String> remoteAddresses() {
        List<String> addresses = new ArrayList<>();
        for (int host = FIRST_HOST; host <= LAST_HOST; host++) {
            for (String network : DOCUMENTATION) {
                addresses.add(network + host);
            }
        }
        for (int i = 0; i < BENCHMARK_HOSTS; i++) {
            addresses.add("198." + (18 + i % 2) + "." + i / 200 * 7 % 256 + "." + (1 + i % 200));
        }
        return List.copyOf(addresses);
    }
}
