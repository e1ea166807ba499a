package org.ocsf4j.testkit.lake;

import java.util.ArrayList;
import java.util.List;

/** Route 53 resolver query logs: what instances ask, what they are answered, and what the DNS firewall did about it. */
final class DnsRows implements RowSource {

    /**
     * One query and its answer.
     *
     * @param answers the records of the answer, in its order
     * @param firewall what the DNS firewall did
     */
    record Lookup(
            Host host, int port, String name, String type, EnumValue rcode, List<Answer> answers, Firewall firewall) {}

    /** One record of an answer. */
    record Answer(String type, String data) {}

    /** What the DNS firewall did, and how each version tells of it. */
    record Firewall(EnumValue dispositionV1, String dispositionV2, EnumValue action) {

        static final Firewall NO_MATCH = new Firewall(NO_ACTION, NO_ACTION.caption(), ALLOWED);
        private static final Firewall ALERT = new Firewall(NO_ACTION, "Alert", ALLOWED);
        private static final Firewall BLOCK =
                new Firewall(new EnumValue(2, "Blocked"), "Blocked", new EnumValue(2, "Denied"));
    }

    static final EnumValue NXDOMAIN = new EnumValue(3, "NXDomain");
    private static final EnumValue NO_ERROR = new EnumValue(0, "NoError");
    private static final EnumValue SERVER_ERROR = new EnumValue(2, "ServError");
    private static final EnumValue REFUSED = new EnumValue(5, "Refused");
    private static final EnumValue RESPONSE = new EnumValue(2, "Response");
    private static final EnumValue NO_ACTION = new EnumValue(16, "No Action");
    private static final EnumValue ALLOWED = new EnumValue(1, "Allowed");

    private static final List<String> TYPES = List.of("A", "A", "A", "AAAA", "PTR", "TXT", "SRV", "MX", "CNAME", "NS");
    private static final List<String> SERVICES = List.of(
            "s3",
            "sts",
            "ec2messages",
            "ssm",
            "monitoring",
            "logs",
            "sqs",
            "dynamodb",
            "kms",
            "secretsmanager",
            "ecr.api");
    private static final List<String> ZONES = List.of(
            "example.com.",
            "example.net.",
            "example.org.",
            "shop.example.com.",
            "cdn.example.net.",
            "corp.internal.",
            "tracker.example.org.",
            "mail.example.com.",
            "packages.example.org.",
            "svc.cluster.local.");
    private static final List<String> WATCHED = List.of(
            "update-check.example.", "free-vpn.example.", "coin-pool.example.", "paste-relay.example.", "parked.test.");
    private static final int NAMES_A_ZONE = 400;
    private static final double ONCE = 0.25;

    private final Estate estate;
    private final boolean v2;
    private final BaseColumns base;
    private final List<String> names;
    private final String resolver;
    private final String ruleGroup;
    private final String domainList;

    DnsRows(Partition partition, long seed) {
        this.estate = partition.estate();
        this.v2 = partition.table().isV2();
        this.base = new BaseColumns(partition, BaseColumns.CLOUD_AND_SECURITY_CONTROL);
        Dice dice = Dice.of(seed, "dns" + estate.accountId() + estate.region());
        this.names = names(estate.region(), dice);
        this.resolver = "rslvr-in-" + dice.hex(17);
        this.ruleGroup = "rslvr-frg-" + dice.hex(15);
        this.domainList = "rslvr-fdl-" + dice.hex(15);
    }

    private static List<String> names(String region, Dice dice) {
        List<String> names = new ArrayList<>();
        for (String service : SERVICES) {
            names.add(service + "." + region + ".amazonaws.com.");
        }
        for (int i = 0; i < NAMES_A_ZONE; i++) {
            names.add(dice.pickSkewed(Vocabulary.FUNCTIONS) + (i < 20 ? "" : "-" + dice.hex(4)) + "."
                    + dice.pickSkewed(ZONES));
        }
        return List.copyOf(names);
    }

    @Override
    public void fill(Row row, long time, Dice dice) {
        Host host = dice.pickSkewed(estate.hosts());
        int port = dice.between(1_024, 65_535);
        if (dice.chance(0.01)) {
            Firewall firewall = dice.chance(0.6) ? Firewall.BLOCK : Firewall.ALERT;
            List<Answer> answers =
                    firewall.equals(Firewall.BLOCK) ? List.of() : List.of(new Answer("A", Addresses.remote(dice)));
            write(row, time, new Lookup(host, port, dice.pick(WATCHED), "A", NO_ERROR, answers, firewall), dice);
            return;
        }
        String type = dice.pickSkewed(TYPES);
        EnumValue rcode = rcode(dice);
        String name = type.equals("PTR") ? reverse(dice) : dice.chance(ONCE) ? rare(dice) : dice.pickSkewed(names);
        List<Answer> answers = rcode.equals(NO_ERROR) ? answers(type, dice) : List.of();
        write(row, time, new Lookup(host, port, name, type, rcode, answers, Firewall.NO_MATCH), dice);
    }

    private static EnumValue rcode(Dice dice) {
        double kind = dice.fraction();
        if (kind < 0.93) {
            return NO_ERROR;
        }
        return kind < 0.985 ? NXDOMAIN : kind < 0.996 ? SERVER_ERROR : REFUSED;
    }

    private String reverse(Dice dice) {
        String ip = dice.chance(0.5) ? dice.pick(estate.hosts()).ip() : Addresses.remote(dice);
        String[] parts = ip.split("\\.", -1);
        return parts[3] + "." + parts[2] + "." + parts[1] + "." + parts[0] + ".in-addr.arpa.";
    }

    /** A name of the long tail: a distribution, a bucket, a load balancer, an instance, or a name with a token in it. */
    private String rare(Dice dice) {
        return switch (dice.below(5)) {
            case 0 -> "d" + dice.hex(13) + ".cdn.example.net.";
            case 1 -> "bucket-" + dice.hex(8) + ".s3." + estate.region() + ".amazonaws.com.";
            case 2 ->
                "internal-" + dice.hex(6) + "-" + dice.below(2_000_000_000) + "." + estate.region()
                        + ".elb.amazonaws.com.";
            case 3 ->
                "ip-" + dice.pick(estate.hosts()).ip().replace('.', '-') + "." + estate.region() + ".compute.internal.";
            default -> dice.hex(dice.between(8, 32)) + "." + dice.pickSkewed(ZONES);
        };
    }

    private static List<Answer> answers(String type, Dice dice) {
        int count = 1 + dice.skewed(5);
        List<Answer> answers = new ArrayList<>(count + 1);
        if (type.startsWith("A") && dice.chance(0.3)) {
            answers.add(new Answer("CNAME", "d" + dice.hex(13) + ".cdn.example.net."));
        }
        for (int i = 0; i < count; i++) {
            answers.add(new Answer(type, data(type, i, dice)));
        }
        return answers;
    }

    private static String data(String type, int number, Dice dice) {
        return switch (type) {
            case "A" -> Addresses.remote(dice);
            case "AAAA" -> "2001:db8:" + dice.hex(4) + ":" + dice.hex(4) + "::" + dice.hex(4);
            case "TXT" -> "\"v=spf1 include:_spf" + dice.skewed(300) + ".example.com ~all\"";
            case "MX" -> 10 * (number + 1) + " mx" + number + ".example.net.";
            case "SRV" -> "0 100 5060 node" + dice.skewed(90) + ".corp.internal.";
            default -> "node" + dice.below(9_000) + "." + dice.pickSkewed(ZONES);
        };
    }

    /** Fills a cleared row with a lookup. */
    void write(Row row, long time, Lookup lookup, Dice dice) {
        base.event(row, time, RESPONSE, Severity.INFORMATIONAL);
        base.product(row, "AWS", "Route 53", "1.100000", "Resolver Query Logs");
        base.cloud(row);
        base.account(row);
        base.lake(row);
        Host host = lookup.host();
        row.set("src_endpoint.vpc_uid", host.vpcId());
        row.set("src_endpoint.ip", host.ip());
        row.set("src_endpoint.port", lookup.port());
        row.set("src_endpoint.instance_uid", host.instanceId());
        row.set("query.hostname", lookup.name());
        row.set("query.type", lookup.type());
        row.set("query.class", "IN");
        for (Answer answer : lookup.answers()) {
            row.add("answers")
                    .set("type", answer.type())
                    .set("rdata", answer.data())
                    .set("class", "IN");
        }
        row.set("connection_info.protocol_name", dice.chance(0.97) ? "UDP" : "TCP");
        row.set("connection_info.direction", EnumValue.UNKNOWN.caption());
        row.set("connection_info.direction_id", EnumValue.UNKNOWN.id());
        if (dice.chance(0.1)) {
            row.set("dst_endpoint.instance_uid", resolver);
            row.set("dst_endpoint.interface_uid", "rni-" + resolver.substring(9));
        }
        row.set("rcode_id", lookup.rcode().id());
        row.set("rcode", lookup.rcode().caption());
        setFirewall(row, lookup.firewall());
        base.observe(row, "query.hostname", lookup.name(), ObservableType.HOSTNAME);
        base.observe(row, "src_endpoint.ip", host.ip(), ObservableType.IP_ADDRESS);
    }

    private void setFirewall(Row row, Firewall firewall) {
        if (v2) {
            row.set("action", firewall.action().caption());
            row.set("action_id", firewall.action().id());
            row.set("disposition", firewall.dispositionV2());
        } else {
            row.set("disposition", firewall.dispositionV1().caption());
            row.set("disposition_id", firewall.dispositionV1().id());
        }
        if (firewall.equals(Firewall.NO_MATCH)) {
            return;
        }
        if (v2) {
            row.set("firewall_rule.uid", ruleGroup);
        } else {
            row.put("unmapped", "firewall_rule_group_id", ruleGroup);
        }
        row.put("unmapped", "firewall_domain_list_id", domainList);
    }
}
