package org.ocsf4j.testkit.lake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** WAF logs: requests to a web ACL, most of them let through. */
final class WafRows implements RowSource {

    /** A method, and the activity that OCSF's HTTP Activity makes of it. */
    private record Method(String name, EnumValue activity) {}

    /** A rule that ends a request, and what it looks for. */
    private record Rule(String group, String name, @Nullable String condition, String location, String matched) {}

    private static final List<Method> METHODS = List.of(
            new Method("GET", new EnumValue(3, "Get")),
            new Method("POST", new EnumValue(6, "Post")),
            new Method("HEAD", new EnumValue(4, "Head")),
            new Method("PUT", new EnumValue(7, "Put")),
            new Method("OPTIONS", new EnumValue(5, "Options")),
            new Method("DELETE", new EnumValue(2, "Delete")));

    private static final List<Rule> RULES = List.of(
            new Rule("AWSManagedRulesCommonRuleSet", "NoUserAgent_HEADER", null, "HEADER", "user-agent"),
            new Rule(
                    "AWSManagedRulesSQLiRuleSet",
                    "SQLi_QUERYARGUMENTS",
                    "SQL_INJECTION",
                    "ALL_QUERY_ARGS",
                    "1' OR '1'='1"),
            new Rule("AWSManagedRulesCommonRuleSet", "CrossSiteScripting_BODY", "XSS", "BODY", "<script>"),
            new Rule("AWSManagedRulesKnownBadInputsRuleSet", "ExploitablePaths_URIPATH", null, "URI", "/.env"),
            new Rule("AWSManagedRulesAmazonIpReputationList", "AWSManagedIPReputationList", null, "IP", "reputation"));

    private static final String RATE_RULE = "requests-per-address";
    private static final EnumValue ALLOWED = new EnumValue(1, "Allowed");
    private static final EnumValue DENIED = new EnumValue(2, "Denied");
    private static final List<String> HOSTS =
            List.of("shop.example.com", "api.example.com", "www.example.org", "admin.example.net");
    private static final List<String> PATHS = List.of(
            "/",
            "/api/v1/products",
            "/api/v1/orders",
            "/login",
            "/static/app.js",
            "/search",
            "/api/v1/cart",
            "/health",
            "/admin");
    private static final List<String> COUNTRIES = List.of("US", "DE", "GB", "IN", "BR", "FR", "JP", "AU", "NL", "SG");

    private final Estate estate;
    private final BaseColumns base;
    private final String acl;

    WafRows(Partition partition) {
        this.estate = partition.estate();
        this.base = new BaseColumns(partition, BaseColumns.CLOUD_AND_SECURITY_CONTROL);
        this.acl = "arn:aws:wafv2:" + estate.region() + ":" + estate.accountId() + ":regional/webacl/shop/"
                + estate.hosts().get(0).instanceId().substring(2);
    }

    @Override
    public void fill(Row row, long time, Dice dice) {
        Method method = dice.pickSkewed(METHODS);
        boolean blocked = dice.chance(0.12);
        base.event(row, time, method.activity(), blocked ? Severity.LOW : Severity.INFORMATIONAL);
        base.product(row, "AWS", "AWS WAF", "1", "Web ACL traffic logs");
        base.cloud(row);
        base.account(row);
        base.lake(row);
        row.set("metadata.product.feature.uid", acl);
        request(row, method, dice);
        String ip = Addresses.remote(dice);
        row.set("src_endpoint.ip", ip);
        row.set("src_endpoint.location.country", dice.pickSkewed(COUNTRIES));
        row.set("dst_endpoint.svc_name", "ALB");
        row.set("dst_endpoint.uid", estate.accountId() + "-app/shop/" + acl.substring(acl.length() - 17));
        verdict(row, blocked, dice);
        row.put("unmapped", "httpSourceName", "ALB");
        row.put("unmapped", "webaclId", acl);
        row.put("unmapped", "ja3Fingerprint", fingerprint(dice));
        base.observe(row, "src_endpoint.ip", ip, ObservableType.IP_ADDRESS);
    }

    private static void request(Row row, Method method, Dice dice) {
        String host = dice.pickSkewed(HOSTS);
        String path = dice.pickSkewed(PATHS);
        String query = dice.chance(0.3) ? "page=" + dice.below(60) : null;
        String agent = dice.pickSkewed(Vocabulary.BROWSERS);
        row.set("http_request.uid", "1-" + dice.hex(8) + "-" + dice.hex(24));
        row.set("http_request.http_method", method.name());
        row.set("http_request.version", dice.chance(0.8) ? "HTTP/2.0" : "HTTP/1.1");
        row.set("http_request.args", query);
        row.set("http_request.user_agent", agent);
        row.set("http_request.url.hostname", host);
        row.set("http_request.url.path", path);
        row.set("http_request.url.query_string", query);
        row.set("http_request.url.scheme", "https");
        row.set("http_request.url.url_string", "https://" + host + path + (query == null ? "" : "?" + query));
        header(row, "Host", host);
        header(row, "User-Agent", agent);
        header(row, "Accept", "*/*");
    }

    private static void header(Row row, String name, String value) {
        row.add("http_request.http_headers").set("name", name).set("value", value);
    }

    private static void verdict(Row row, boolean blocked, Dice dice) {
        EnumValue action = blocked ? DENIED : ALLOWED;
        row.set("action_id", action.id());
        row.set("action", action.caption());
        row.set("disposition", blocked ? "Blocked" : "Allowed");
        row.set("http_response.code", blocked ? 403 : 200);
        if (!blocked) {
            row.set("firewall_rule.uid", "Default_Action").set("firewall_rule.type", "REGULAR");
        } else if (dice.chance(0.25)) {
            row.set("firewall_rule.uid", RATE_RULE).set("firewall_rule.type", "RATE_BASED");
            row.set("firewall_rule.rate_limit", 2_000);
        } else {
            Rule rule = dice.pickSkewed(RULES);
            row.set("firewall_rule.uid", rule.group()).set("firewall_rule.name", rule.name());
            row.set("firewall_rule.type", "MANAGED_RULE_GROUP");
            row.set("firewall_rule.condition", rule.condition());
            row.set("firewall_rule.match_location", rule.location());
            row.append("firewall_rule.match_details", rule.matched());
            row.append("metadata.labels", "awswaf:managed:aws:" + rule.name());
        }
    }

    /** One of a few dozen TLS clients. */
    private static String fingerprint(Dice dice) {
        return new Dice(dice.skewed(60)).hex(32);
    }
}
