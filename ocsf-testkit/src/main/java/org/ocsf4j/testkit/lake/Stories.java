package org.ocsf4j.testkit.lake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stories that every lake holds, each in the first object of its table. */
final class Stories {

    /** Fills a cleared row with event {@code index} of a story. */
    interface Teller {
        void tell(Row row, long time, int index, Dice dice);
    }

    /** A story, and what fills its rows. */
    record Told(Story story, Teller teller) {}

    private static final String SCANNER = "198.51.100.23";
    private static final String GUESSER = "203.0.113.66";
    private static final String GUESSED_USER = "dana.reyes";
    private static final String INTRUDER = "203.0.113.91";
    private static final String INTRUDER_USER = "build-legacy";
    private static final String ROOT_SOURCE = "192.0.2.44";
    private static final ApiError DENIED =
            new ApiError("AccessDenied", "User is not authorized to perform this action");
    private static final int FIRST_SCANNED_PORT = 20;
    private static final int SCANNED_PORT_STEP = 13;

    /** The instance that tunnels through DNS; no estate has it. */
    private static final Host TUNNEL = new Host(
            "10.250.7.13",
            "i-0badc0de0badc0de0",
            "eni-0badc0de0badc0de0",
            "subnet-0badc0de0badc0de0",
            "vpc-0badc0de0badc0de0",
            "");

    static final Story PORT_SCAN = new Story(
            "One address outside tries hundreds of ports of one host and is refused",
            LakeTable.VPC_FLOW_V2,
            Map.of("src_endpoint.ip", SCANNER, "activity_name", "Refuse"),
            250);
    static final Story NXDOMAIN_BURST = new Story(
            "One instance asks for random long names that do not exist",
            LakeTable.ROUTE53_V2,
            Map.of("src_endpoint.instance_uid", TUNNEL.instanceId(), "rcode", "NXDomain"),
            120);
    static final Story FAILED_LOGINS = new Story(
            "Console logins without MFA fail again and again",
            LakeTable.AUTHENTICATION_V2,
            Map.of("actor.user.name", GUESSED_USER, "src_endpoint.ip", GUESSER, "status", "Failure"),
            12);
    static final Story GUESSED_LOGIN = new Story(
            "The same user then logs in from the same address without MFA",
            LakeTable.AUTHENTICATION_V2,
            Map.of("actor.user.name", GUESSED_USER, "src_endpoint.ip", GUESSER, "status", "Success"),
            1);
    static final Story ROOT_LOGIN = new Story(
            "The root user logs in at the console",
            LakeTable.AUTHENTICATION_V2,
            Map.of("actor.user.type", "Root", "src_endpoint.ip", ROOT_SOURCE),
            1);
    static final Story ROOT_USE =
            new Story("The root user calls APIs", LakeTable.API_ACTIVITY_V2, Map.of("actor.user.type", "Root"), 4);
    static final Story DENIED_CALLS = new Story(
            "A user tries one call after another and is denied each",
            LakeTable.API_ACTIVITY_V2,
            Map.of("actor.user.name", INTRUDER_USER, "api.response.error", DENIED.code()),
            40);
    static final Story TRAIL_TAMPERING = new Story(
            "A user stops a trail and deletes it",
            LakeTable.API_ACTIVITY_V2,
            Map.of("actor.user.name", INTRUDER_USER, "api.service.name", "cloudtrail.amazonaws.com"),
            2);
    static final Story CRITICAL_VULNERABILITY = new Story(
            "A critical vulnerability with a known exploit and a fixed version",
            LakeTable.VULNERABILITY_FINDING_V2,
            Map.of("vulnerabilities.cve.uid", Findings.REMOTE_CODE_EXECUTION.cve(), "severity", "Critical"),
            3);

    /** In the order in which the stories of one table happen. */
    static final List<Story> ALL = List.of(
            PORT_SCAN,
            NXDOMAIN_BURST,
            FAILED_LOGINS,
            GUESSED_LOGIN,
            ROOT_LOGIN,
            ROOT_USE,
            DENIED_CALLS,
            TRAIL_TAMPERING,
            CRITICAL_VULNERABILITY);

    private static final List<ApiCall> TAMPERING = List.of(
            new ApiCall("cloudtrail.amazonaws.com", "StopLogging", null, ApiCall.UPDATE, null),
            new ApiCall("cloudtrail.amazonaws.com", "DeleteTrail", null, ApiCall.DELETE, null));
    private static final List<ApiCall> ROOT_CALLS = List.of(
            new ApiCall("s3.amazonaws.com", "ListBuckets", null, ApiCall.READ, null),
            new ApiCall("iam.amazonaws.com", "ListUsers", null, ApiCall.READ, null),
            new ApiCall("organizations.amazonaws.com", "DescribeOrganization", null, ApiCall.READ, null),
            new ApiCall("s3.amazonaws.com", "PutBucketPolicy", null, ApiCall.UPDATE, null));

    private static final List<ApiCall> TRIED_CALLS = List.of(
            new ApiCall("iam.amazonaws.com", "ListUsers", null, ApiCall.READ, null),
            new ApiCall("iam.amazonaws.com", "ListRoles", null, ApiCall.READ, null),
            new ApiCall("s3.amazonaws.com", "ListBuckets", null, ApiCall.READ, null),
            new ApiCall("secretsmanager.amazonaws.com", "ListSecrets", null, ApiCall.READ, null),
            new ApiCall("kms.amazonaws.com", "ListKeys", null, ApiCall.READ, null),
            new ApiCall("ec2.amazonaws.com", "DescribeInstances", null, ApiCall.READ, null),
            new ApiCall("lambda.amazonaws.com", "ListFunctions20150331", null, ApiCall.READ, null));

    private Stories() {}

    /** How many rows of a table are told by stories. */
    static int rowsOf(LakeTable table) {
        int rows = 0;
        for (Story story : ALL) {
            rows += story.table() == table ? story.rows() : 0;
        }
        return rows;
    }

    /** The stories of the partition's table, in the order of {@link #ALL}. */
    static List<Told> in(Partition partition, long seed) {
        Principal root = Principal.root(partition.accountId());
        return switch (partition.table()) {
            case VPC_FLOW_V2 -> List.of(new Told(PORT_SCAN, portScan(partition)));
            case ROUTE53_V2 -> List.of(new Told(NXDOMAIN_BURST, nxdomainBurst(partition, seed)));
            case AUTHENTICATION_V2 -> {
                Principal guessed = Principal.user(GUESSED_USER, partition.accountId(), new Dice(seed));
                yield List.of(
                        new Told(FAILED_LOGINS, login(partition, guessed, GUESSER, true)),
                        new Told(GUESSED_LOGIN, login(partition, guessed, GUESSER, false)),
                        new Told(ROOT_LOGIN, login(partition, root, ROOT_SOURCE, false)));
            }
            case API_ACTIVITY_V2 -> {
                Principal intruder = Principal.user(INTRUDER_USER, partition.accountId(), new Dice(seed));
                yield List.of(
                        new Told(ROOT_USE, calls(partition, root, ROOT_CALLS, null, ROOT_SOURCE)),
                        new Told(DENIED_CALLS, calls(partition, intruder, TRIED_CALLS, DENIED, INTRUDER)),
                        new Told(TRAIL_TAMPERING, calls(partition, intruder, TAMPERING, null, INTRUDER)));
            }
            case VULNERABILITY_FINDING_V2 -> List.of(new Told(CRITICAL_VULNERABILITY, vulnerability(partition)));
            default -> List.of();
        };
    }

    private static Teller portScan(Partition partition) {
        VpcFlowRows rows = new VpcFlowRows(partition);
        Host target = partition.estate().hosts().get(0);
        return (row, time, index, dice) -> {
            int port = FIRST_SCANNED_PORT + index * SCANNED_PORT_STEP;
            rows.write(
                    row,
                    time,
                    new VpcFlowRows.Flow(
                            SCANNER,
                            40_000 + index,
                            null,
                            target.ip(),
                            port,
                            target,
                            target,
                            VpcFlowRows.TCP,
                            VpcFlowRows.SYN,
                            false,
                            1,
                            44),
                    dice);
        };
    }

    private static Teller nxdomainBurst(Partition partition, long seed) {
        DnsRows rows = new DnsRows(partition, seed);
        return (row, time, index, dice) -> {
            String name = dice.hex(48) + "." + dice.hex(12) + ".relay.example.";
            rows.write(
                    row,
                    time,
                    new DnsRows.Lookup(
                            TUNNEL,
                            50_000 + index,
                            name,
                            "TXT",
                            DnsRows.NXDOMAIN,
                            List.of(),
                            DnsRows.Firewall.NO_MATCH),
                    dice);
        };
    }

    private static Teller login(Partition partition, Principal who, String ip, boolean failed) {
        AuthenticationRows rows = new AuthenticationRows(partition);
        String browser = Vocabulary.BROWSERS.get(2);
        return (row, time, index, dice) ->
                rows.write(row, time, new AuthenticationRows.ConsoleLogin(who, false, failed, ip, browser), dice);
    }

    private static Teller calls(
            Partition partition, Principal who, List<ApiCall> calls, @Nullable ApiError error, String ip) {
        CloudTrailRows rows = new CloudTrailRows(partition);
        String browser = Vocabulary.BROWSERS.get(2);
        return (row, time, index, dice) -> rows.write(
                row, time, new CloudTrailRows.Event(who, calls.get(index % calls.size()), error, ip, browser), dice);
    }

    private static Teller vulnerability(Partition partition) {
        VulnerabilityRows rows = new VulnerabilityRows(partition);
        List<Host> hosts = partition.estate().hosts();
        return (row, time, index, dice) ->
                rows.write(row, time, Findings.REMOTE_CODE_EXECUTION, hosts.get(index), true, dice);
    }
}
