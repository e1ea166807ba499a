package org.ocsf4j.testkit.lake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** VPC flow logs: flows as a network interface sees them, accepted or refused, {@code -} where the log has no value. */
final class VpcFlowRows implements RowSource {

    /**
     * One flow.
     *
     * @param source the instance it leaves from; null outside the VPC
     * @param destination the instance it comes to; null outside the VPC
     * @param logged the instance whose interface recorded it, source or destination
     * @param tcpFlags the flags seen, or-ed together; 0 for other protocols
     */
    record Flow(
            String sourceIp,
            int sourcePort,
            @Nullable Host source,
            String destinationIp,
            int destinationPort,
            @Nullable Host destination,
            Host logged,
            int protocol,
            int tcpFlags,
            boolean accepted,
            long packets,
            long bytes) {}

    static final int TCP = 6;
    static final int SYN = 2;
    private static final int UDP = 17;
    private static final int ICMP = 1;

    private static final EnumValue REFUSE = new EnumValue(5, "Refuse");
    private static final EnumValue TRAFFIC = new EnumValue(6, "Traffic");
    private static final EnumValue INBOUND = new EnumValue(1, "Inbound");
    private static final EnumValue OUTBOUND = new EnumValue(2, "Outbound");
    private static final EnumValue SAME_VPC = new EnumValue(4, "Same VPC");
    private static final EnumValue GATEWAY_VPC = new EnumValue(10, "Gateway VPC");
    private static final EnumValue INTERNET_GATEWAY = new EnumValue(11, "Internet Gateway");
    private static final EnumValue NOT_LOGGED = new EnumValue(99, Addresses.ABSENT);
    private static final EnumValue ALLOWED = new EnumValue(1, "Allowed");
    private static final EnumValue BLOCKED = new EnumValue(2, "Blocked");
    private static final EnumValue DENIED = new EnumValue(2, "Denied");

    private static final List<Integer> SERVICE_PORTS =
            List.of(443, 443, 443, 443, 80, 5432, 53, 3306, 6379, 22, 8080, 123, 9092, 9200, 8443, 3389, 25, 2049);
    private static final List<Integer> PROBED_PORTS =
            List.of(22, 23, 3389, 445, 8080, 5900, 1433, 3306, 6379, 8443, 2222, 21, 5555, 81, 9200, 27017, 11211, 161);
    private static final List<String> AWS_SERVICES = List.of("AMAZON", "S3", "DYNAMODB", "EC2", "CLOUDFRONT");
    private static final int[] TCP_FLAGS = {19, 3, 18, 2, 4, 19, 16};
    private static final double NO_DATA = 0.004;

    private final Estate estate;
    private final boolean v2;
    private final BaseColumns base;

    VpcFlowRows(Partition partition) {
        this.estate = partition.estate();
        this.v2 = partition.table().isV2();
        this.base = new BaseColumns(partition, BaseColumns.CLOUD_AND_SECURITY_CONTROL);
    }

    @Override
    public void fill(Row row, long time, Dice dice) {
        if (dice.chance(NO_DATA)) {
            writeNoData(row, time, dice.pickSkewed(estate.hosts()));
            return;
        }
        Host host = dice.pickSkewed(estate.hosts());
        double kind = dice.fraction();
        if (kind < 0.40) {
            write(row, time, inside(host, dice.pick(estate.hosts()), dice), dice);
        } else if (kind < 0.70) {
            write(row, time, outbound(host, dice), dice);
        } else if (kind < 0.88) {
            write(row, time, inbound(host, dice), dice);
        } else {
            write(row, time, refused(host, dice), dice);
        }
    }

    private static Flow inside(Host from, Host to, Dice dice) {
        int protocol = dice.chance(0.9) ? TCP : UDP;
        return accepted(from.ip(), from, to.ip(), to, dice.chance(0.5) ? from : to, protocol, dice);
    }

    private static Flow outbound(Host from, Dice dice) {
        int protocol = dice.chance(0.93) ? TCP : UDP;
        return accepted(from.ip(), from, Addresses.remote(dice), null, from, protocol, dice);
    }

    private static Flow inbound(Host to, Dice dice) {
        return accepted(Addresses.remote(dice), null, to.ip(), to, to, TCP, dice);
    }

    private static Flow accepted(
            String fromIp, @Nullable Host from, String toIp, @Nullable Host to, Host logged, int protocol, Dice dice) {
        long packets = dice.heavyTailed(3, 14);
        boolean reply = dice.chance(0.5);
        int ephemeral = dice.between(32_768, 60_999);
        int service = dice.pickSkewed(SERVICE_PORTS);
        return new Flow(
                fromIp,
                reply ? service : ephemeral,
                from,
                toIp,
                reply ? ephemeral : service,
                to,
                logged,
                protocol,
                protocol == TCP ? TCP_FLAGS[dice.skewed(TCP_FLAGS.length)] : 0,
                true,
                packets,
                packets * dice.between(52, 1_450));
    }

    private static Flow refused(Host to, Dice dice) {
        int protocol = dice.chance(0.9) ? TCP : dice.chance(0.5) ? UDP : ICMP;
        boolean ports = protocol != ICMP;
        int port = dice.chance(0.8) ? dice.pickSkewed(PROBED_PORTS) : dice.between(1, 65_535);
        long packets = dice.between(1, 3);
        return new Flow(
                Addresses.remote(dice),
                ports ? dice.between(1_024, 65_535) : 0,
                null,
                to.ip(),
                ports ? port : 0,
                to,
                to,
                protocol,
                protocol == TCP ? SYN : 0,
                false,
                packets,
                packets * dice.between(40, 60));
    }

    /** Fills a cleared row with a flow. */
    void write(Row row, long time, Flow flow, Dice dice) {
        common(row, time, time + dice.between(5, 59) * 1_000L, flow.logged(), flow.accepted() ? TRAFFIC : REFUSE);
        boolean inbound = flow.logged().equals(flow.destination());
        row.set("src_endpoint.ip", flow.sourceIp());
        row.set("src_endpoint.port", flow.sourcePort());
        row.set("src_endpoint.svc_name", serviceName(flow.source(), dice));
        row.set("dst_endpoint.ip", flow.destinationIp());
        row.set("dst_endpoint.port", flow.destinationPort());
        row.set("dst_endpoint.svc_name", serviceName(flow.destination(), dice));
        interfaceOf(row, inbound ? "dst_endpoint" : "src_endpoint", flow.logged());
        row.set("connection_info.protocol_num", flow.protocol());
        row.set("connection_info.tcp_flags", flow.tcpFlags());
        row.set("connection_info.protocol_ver", "IPv4");
        setDirection(row, inbound ? INBOUND : OUTBOUND);
        setBoundary(row, inbound ? NOT_LOGGED : boundary(flow, dice));
        row.set("traffic.packets", flow.packets());
        row.set("traffic.bytes", flow.bytes());
        row.set("status_code", "OK");
        EnumValue disposition = flow.accepted() ? ALLOWED : BLOCKED;
        setOutcome(row, disposition, flow.accepted() ? ALLOWED : DENIED);
        base.observe(row, "src_endpoint.ip", flow.sourceIp(), ObservableType.IP_ADDRESS);
        base.observe(row, "dst_endpoint.ip", flow.destinationIp(), ObservableType.IP_ADDRESS);
    }

    /** A record that says that the interface saw nothing in its interval. */
    private void writeNoData(Row row, long time, Host host) {
        common(row, time, time + 60_000, host, EnumValue.UNKNOWN);
        for (String endpoint : List.of("src_endpoint", "dst_endpoint")) {
            row.set(endpoint + ".ip", Addresses.ABSENT);
            row.set(endpoint + ".svc_name", Addresses.ABSENT);
        }
        interfaceOf(row, "dst_endpoint", host);
        row.set("connection_info.protocol_ver", Addresses.ABSENT);
        setDirection(row, EnumValue.UNKNOWN);
        setBoundary(row, NOT_LOGGED);
        row.set("status_code", "NODATA");
        setOutcome(row, EnumValue.UNKNOWN, EnumValue.UNKNOWN);
    }

    private void common(Row row, long start, long end, Host logged, EnumValue activity) {
        base.event(row, start, activity, Severity.INFORMATIONAL);
        base.product(row, "AWS", "Amazon VPC", "5", "Flowlogs");
        base.cloud(row);
        base.account(row);
        base.lake(row);
        row.set("cloud.zone", logged.zone());
        row.set(v2 ? "start_time_dt" : "start_time", start);
        row.set(v2 ? "end_time_dt" : "end_time", end);
        row.put("unmapped", "sublocation_id", Addresses.ABSENT);
        row.put("unmapped", "sublocation_type", Addresses.ABSENT);
    }

    private static void interfaceOf(Row row, String endpoint, Host host) {
        boolean source = endpoint.equals("src_endpoint");
        row.set(source ? "src_endpoint.interface_uid" : "dst_endpoint.interface_uid", host.interfaceId());
        row.set(source ? "src_endpoint.vpc_uid" : "dst_endpoint.vpc_uid", host.vpcId());
        row.set(source ? "src_endpoint.instance_uid" : "dst_endpoint.instance_uid", host.instanceId());
        row.set(source ? "src_endpoint.subnet_uid" : "dst_endpoint.subnet_uid", host.subnetId());
    }

    private static String serviceName(@Nullable Host host, Dice dice) {
        return host == null && dice.chance(0.3) ? dice.pickSkewed(AWS_SERVICES) : Addresses.ABSENT;
    }

    private static EnumValue boundary(Flow flow, Dice dice) {
        if (flow.destination() != null) {
            return SAME_VPC;
        }
        return dice.chance(0.2) ? GATEWAY_VPC : INTERNET_GATEWAY;
    }

    private static void setDirection(Row row, EnumValue direction) {
        row.set("connection_info.direction_id", direction.id());
        row.set("connection_info.direction", direction.caption());
    }

    private static void setBoundary(Row row, EnumValue boundary) {
        row.set("connection_info.boundary_id", boundary.id());
        row.set("connection_info.boundary", boundary.caption());
    }

    private void setOutcome(Row row, EnumValue disposition, EnumValue action) {
        row.set("disposition", disposition.caption());
        if (v2) {
            row.set("action_id", action.id());
            row.set("action", action.caption());
        } else {
            row.set("disposition_id", disposition.id());
        }
    }
}
