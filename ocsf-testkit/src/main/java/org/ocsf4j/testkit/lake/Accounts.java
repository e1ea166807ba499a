package org.ocsf4j.testkit.lake;

import java.util.List;

/** The accounts and regions of the lake: account ids as documentation uses them. */
final class Accounts {

    static final List<String> IDS = List.of(
            "111122223333",
            "444455556666",
            "123456789012",
            "777788889999",
            "112233445566",
            "555566667777",
            "222233334444",
            "888899990000",
            "333344445555",
            "666677778888",
            "999900001111",
            "210987654321");

    static final List<String> REGIONS = List.of("us-east-1", "eu-central-1", "us-west-2", "ap-southeast-2");

    private static final List<String> ZONE_PREFIXES = List.of("use1-az", "euc1-az", "usw2-az", "apse2-az");

    private Accounts() {}

    /** Availability zone {@code number} (from 1) of a region. */
    static String zone(String region, int number) {
        return ZONE_PREFIXES.get(REGIONS.indexOf(region)) + number;
    }
}
