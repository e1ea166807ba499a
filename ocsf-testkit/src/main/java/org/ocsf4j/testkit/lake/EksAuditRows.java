package org.ocsf4j.testkit.lake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** EKS audit logs: requests to a cluster's API server. */
final class EksAuditRows implements RowSource {

    /** A verb on a kind of resource. */
    private record Request(String verb, @Nullable String group, String resource, boolean named, EnumValue activity) {}

    /** Who asks: a user name with its groups. */
    private record Subject(String name, List<String> groups, int typeId) {}

    private static final int USER = 1;
    private static final int SYSTEM = 3;

    private static final List<Request> REQUESTS = List.of(
            new Request("get", "coordination.k8s.io", "leases", true, ApiCall.READ),
            new Request("update", "coordination.k8s.io", "leases", true, ApiCall.UPDATE),
            new Request("watch", null, "pods", false, ApiCall.READ),
            new Request("list", null, "pods", false, ApiCall.READ),
            new Request("get", null, "configmaps", true, ApiCall.READ),
            new Request("list", null, "nodes", false, ApiCall.READ),
            new Request("patch", null, "nodes", true, ApiCall.UPDATE),
            new Request("create", null, "pods", true, ApiCall.CREATE),
            new Request("create", "authorization.k8s.io", "subjectaccessreviews", false, ApiCall.CREATE),
            new Request("delete", null, "pods", true, ApiCall.DELETE),
            new Request("update", "apps", "deployments", true, ApiCall.UPDATE),
            new Request("get", null, "secrets", true, ApiCall.READ),
            new Request("create", "rbac.authorization.k8s.io", "rolebindings", true, ApiCall.CREATE));

    private static final List<Subject> SUBJECTS = List.of(
            new Subject("system:kube-controller-manager", List.of("system:authenticated"), SYSTEM),
            new Subject("system:kube-scheduler", List.of("system:authenticated"), SYSTEM),
            new Subject("system:serviceaccount:kube-system:coredns", serviceAccount("kube-system"), SYSTEM),
            new Subject("system:serviceaccount:orders:order-api", serviceAccount("orders"), SYSTEM),
            new Subject("system:node:ip-10-20-0-11.internal", List.of("system:nodes", "system:authenticated"), SYSTEM),
            new Subject("kubernetes-admin", List.of("system:masters", "system:authenticated"), USER),
            new Subject("alice.moreau", List.of("developers", "system:authenticated"), USER));

    private static final List<String> NAMESPACES =
            List.of("kube-system", "orders", "payments", "catalog", "monitoring", "default");
    private static final List<String> AGENTS = List.of(
            "kube-controller-manager/v1.29.4 (linux/amd64) kubernetes/leader-election",
            "kubelet/v1.29.3 (linux/amd64) kubernetes/8ccf3f1",
            "kube-scheduler/v1.29.4 (linux/amd64) kubernetes/leader-election",
            "coredns/v0.0.0 (linux/amd64) kubernetes/$Format",
            "kubectl/v1.29.5 (darwin/arm64) kubernetes/59755ff",
            "order-api/v0.0.0 (linux/arm64) kubernetes/$Format");

    private final Partition partition;
    private final Estate estate;
    private final BaseColumns base;

    EksAuditRows(Partition partition) {
        this.partition = partition;
        this.estate = partition.estate();
        this.base = new BaseColumns(partition, BaseColumns.CLOUD);
    }

    private static List<String> serviceAccount(String namespace) {
        return List.of("system:serviceaccounts", "system:serviceaccounts:" + namespace, "system:authenticated");
    }

    @Override
    public void fill(Row row, long time, Dice dice) {
        Request request = dice.pickSkewed(REQUESTS);
        Subject subject = dice.pickSkewed(SUBJECTS);
        boolean refused = dice.chance(0.02);
        base.event(row, time, request.activity(), Severity.INFORMATIONAL);
        base.product(row, "AWS", "Amazon EKS", "1.29", "Elastic Kubernetes Service Audit Logs");
        base.account(row);
        row.set("cloud.provider", "AWS");
        row.set("metadata.log_level", dice.chance(0.5) ? "Metadata" : "RequestResponse");
        row.set("message", "ResponseComplete");
        row.set("start_time_dt", time - dice.between(1, 400));
        subject(row, subject, dice);
        call(row, request, refused, dice);
        target(row, request, dice);
        row.put("unmapped", "kind", "Event");
        row.put("unmapped", "apiVersion", "audit.k8s.io/v1");
        row.put("unmapped", "annotations.authorization.k8s.io/decision", refused ? "forbid" : "allow");
        row.put("unmapped", "cluster", estate.cluster());
        row.put("unmapped", "recipientAccountId", partition.accountId());
    }

    private void subject(Row row, Subject subject, Dice dice) {
        String ip = dice.pickSkewed(estate.hosts()).ip();
        row.set("actor.user.name", subject.name());
        row.set("actor.user.type_id", subject.typeId());
        for (String group : subject.groups()) {
            row.add("actor.user.groups").set("name", group);
        }
        row.set("src_endpoint.ip", ip);
        row.append("src_endpoint.intermediate_ips", ip);
        row.set("http_request.user_agent", dice.pickSkewed(AGENTS));
        base.observe(row, "actor.user.name", subject.name(), ObservableType.USER_NAME);
        base.observe(row, "src_endpoint.ip", ip, ObservableType.IP_ADDRESS);
    }

    private static void call(Row row, Request request, boolean refused, Dice dice) {
        row.set("api.request.uid", dice.uuid());
        row.set("api.operation", request.verb());
        row.set("api.version", "v1");
        row.set("api.group.name", request.group());
        if (refused) {
            row.set("api.response.code", 403);
            row.set("api.response.error", "Forbidden");
            row.set("api.response.error_message", request.resource() + " is forbidden");
        } else {
            row.set("api.response.code", request.activity().equals(ApiCall.CREATE) ? 201 : 200);
        }
    }

    private static void target(Row row, Request request, Dice dice) {
        String namespace = dice.pickSkewed(NAMESPACES);
        String name = request.named() ? dice.pickSkewed(Vocabulary.FUNCTIONS) + "-" + dice.skewed(40) : null;
        row.add("resources")
                .set("namespace", namespace)
                .set("name", name)
                .set("type", request.resource())
                .set("version", "v1");
        String prefix = request.group() == null ? "/api/v1" : "/apis/" + request.group() + "/v1";
        String path = prefix + "/namespaces/" + namespace + "/" + request.resource();
        row.set("http_request.url.path", name == null ? path : path + "/" + name);
        if (request.verb().equals("create") && request.resource().equals("pods")) {
            String image = "registry.example.com/shop/" + dice.pickSkewed(Vocabulary.FUNCTIONS);
            row.add("api.request.containers")
                    .set("name", "app")
                    .set("image.name", image)
                    .set("image.uid", image + ":1." + dice.below(40));
        }
    }
}
