package org.ocsf4j.testkit.lake;

import java.util.ArrayList;
import java.util.List;

/**
 * What one account owns in one region. People and roles are the account's, and the same in every region.
 *
 * @param accountId twelve digits
 * @param region the region's name
 * @param principals who makes calls, the busiest first
 * @param people the IAM users among them
 * @param hosts instances, the busiest first
 * @param buckets S3 buckets
 * @param functions Lambda functions
 * @param cluster the EKS cluster
 * @param userAgents the clients that call AWS, the most frequent first
 */
record Estate(
        String accountId,
        String region,
        List<Principal> principals,
        List<Principal> people,
        List<Host> hosts,
        List<String> buckets,
        List<String> functions,
        String cluster,
        List<String> userAgents) {

    private static final int HOSTS = 160;
    private static final int SUBNETS = 6;
    private static final int SESSIONS_A_ROLE = 30;

    static Estate of(String accountId, String region, long seed) {
        Dice accountDice = Dice.of(seed, accountId);
        List<Principal> people = people(accountId, accountDice);
        List<Principal> principals = new ArrayList<>(roleSessions(accountId, accountDice));
        principals.addAll(people);
        Dice regionDice = Dice.of(seed, accountId + region);
        return new Estate(
                accountId,
                region,
                List.copyOf(principals),
                people,
                hosts(accountId, region, regionDice),
                names(Vocabulary.BUCKETS, "-" + accountId),
                names(Vocabulary.FUNCTIONS, ""),
                "cluster-" + region,
                UserAgents.of(accountDice));
    }

    private static List<Principal> people(String accountId, Dice dice) {
        List<Principal> people = new ArrayList<>();
        for (String name : Vocabulary.PEOPLE) {
            if (dice.chance(0.5)) {
                people.add(Principal.user(name, accountId, dice));
            }
        }
        people.add(Principal.user("deploy", accountId, dice));
        return List.copyOf(people);
    }

    private static List<Principal> roleSessions(String accountId, Dice dice) {
        List<Principal> sessions = new ArrayList<>();
        for (Vocabulary.Role role : Vocabulary.ROLES) {
            for (int i = 0; i < SESSIONS_A_ROLE; i++) {
                sessions.add(Principal.session(role.name(), sessionName(role, dice), accountId, role.service()));
            }
        }
        return sessions;
    }

    private static String sessionName(Vocabulary.Role role, Dice dice) {
        if (role.name().endsWith("-instance")) {
            return "i-0" + dice.hex(16);
        }
        return role.service() == null ? dice.pick(Vocabulary.PEOPLE) : role.name() + "-" + dice.uuid();
    }

    private static List<Host> hosts(String accountId, String region, Dice dice) {
        int net = 16 + Accounts.IDS.indexOf(accountId) * Accounts.REGIONS.size() + Accounts.REGIONS.indexOf(region);
        String vpc = "vpc-0" + dice.hex(16);
        List<String> subnets = new ArrayList<>();
        for (int i = 0; i < SUBNETS; i++) {
            subnets.add("subnet-0" + dice.hex(16));
        }
        List<Host> hosts = new ArrayList<>();
        for (int i = 0; i < HOSTS; i++) {
            int subnet = i % SUBNETS;
            hosts.add(new Host(
                    "10." + net + "." + subnet * 16 + "." + (10 + i),
                    "i-0" + dice.hex(16),
                    "eni-0" + dice.hex(16),
                    subnets.get(subnet),
                    vpc,
                    Accounts.zone(region, 1 + subnet % 3)));
        }
        return List.copyOf(hosts);
    }

    private static List<String> names(List<String> stems, String suffix) {
        List<String> names = new ArrayList<>();
        for (String stem : stems) {
            names.add(stem + suffix);
        }
        return List.copyOf(names);
    }
}
