package org.ocsf4j.testkit.lake;

import java.util.List;

/** Request parameters and response elements of calls that name no resource, flattened into {@code unmapped} as AWS does it. */
final class CallDetails {

    private static final String REQUEST = "requestParameters.";
    private static final String RESPONSE = "responseElements.";
    private static final String INSTANCE = RESPONSE + "instancesSet.items[].";
    private static final String BALANCER = RESPONSE + "loadBalancers[].";
    private static final List<String> SIZES =
            List.of("m6i.large", "t3.medium", "c6g.xlarge", "r6i.2xlarge", "t3.micro");
    private static final List<String> PACKAGES = List.of("3.3.484.0", "3.3.551.0", "3.2.2303.0", "3.3.131.0");

    private final Estate estate;

    CallDetails(Estate estate) {
        this.estate = estate;
    }

    void put(Row row, ApiCall call, boolean failed, Dice dice) {
        switch (call.service()) {
            case "ec2.amazonaws.com" -> ec2(row, call, failed, dice);
            case "elasticloadbalancing.amazonaws.com" -> loadBalancer(row, call, failed, dice);
            case "ssm.amazonaws.com" -> agent(row, dice);
            case "logs.amazonaws.com" -> {
                request(row, "logGroupName", "/aws/lambda/" + dice.pickSkewed(estate.functions()));
                request(row, "logStreamName", "2026/06/01/[$LATEST]" + dice.hex(32));
            }
            case "sts.amazonaws.com", "ecr.amazonaws.com" -> {}
            case "secretsmanager.amazonaws.com" ->
                request(row, "secretId", arn("secretsmanager", "secret:app/" + dice.skewed(60) + "-" + dice.id(6)));
            case "iam.amazonaws.com" -> role(row, dice);
            case "config.amazonaws.com" -> {
                request(row, "resultToken", dice.id(96));
                request(row, "testMode", "false");
                request(row, "evaluations[].complianceResourceId", host(dice).instanceId());
                request(row, "evaluations[].complianceResourceType", "AWS::EC2::Instance");
                request(row, "evaluations[].complianceType", dice.chance(0.8) ? "COMPLIANT" : "NON_COMPLIANT");
            }
            case "cloudformation.amazonaws.com" -> {
                String stack = "stack-" + dice.skewed(90);
                request(row, "stackName", arn("cloudformation", "stack/" + stack + "/" + dice.uuid()));
                if (call.activity().equals(ApiCall.CREATE)) {
                    request(row, "changeSetName", "change-" + dice.hex(12));
                    request(row, "templateURL", template(dice));
                    request(row, "capabilities[]", "CAPABILITY_IAM,CAPABILITY_NAMED_IAM,CAPABILITY_AUTO_EXPAND");
                    request(row, "clientToken", dice.uuid());
                }
            }
            case "rds.amazonaws.com" -> request(row, "dBInstanceIdentifier", "orders-" + dice.skewed(40));
            case "lambda.amazonaws.com" -> {
                String function = arn("lambda", "function:" + dice.pickSkewed(estate.functions()));
                request(row, "functionName", function);
                if (!call.readOnly() && !failed) {
                    response(row, "functionArn", function);
                    response(row, "codeSha256", dice.id(43) + "=");
                    response(row, "revisionId", dice.uuid());
                    response(row, "runtime", "java17");
                }
            }
            case "autoscaling.amazonaws.com" ->
                request(
                        row,
                        "autoScalingGroupNames[]",
                        "eks-workers-" + estate.hosts().get(dice.skewed(40)).instanceId());
            case "monitoring.amazonaws.com" -> {
                request(row, "alarmNamePrefix", "TargetTracking-table/orders-" + dice.skewed(80));
                request(row, "maxRecords", "100");
            }
            default -> {
                request(row, "maxResults", "100");
                row.put("unmapped", REQUEST + "nextToken", dice.chance(0.3) ? dice.id(120) : null);
            }
        }
    }

    private void ec2(Row row, ApiCall call, boolean failed, Dice dice) {
        Host host = host(dice);
        switch (call.operation()) {
            case "RunInstances" -> {
                String size = dice.pickSkewed(SIZES);
                request(row, "instanceType", size);
                request(row, "clientToken", dice.uuid());
                request(row, "subnetId", host.subnetId());
                request(row, "instancesSet.items[].imageId", "ami-0" + dice.hex(16));
                request(row, "userData", "<sensitiveDataRemoved>");
                if (!failed) {
                    response(row, "reservationId", "r-0" + dice.hex(16));
                    row.put("unmapped", INSTANCE + "instanceId", "i-0" + dice.hex(16));
                    row.put("unmapped", INSTANCE + "instanceType", size);
                    row.put(
                            "unmapped",
                            INSTANCE + "networkInterfaceSet.items[].networkInterfaceId",
                            "eni-0" + dice.hex(16));
                    row.put("unmapped", INSTANCE + "networkInterfaceSet.items[].macAddress", mac(dice));
                    row.put("unmapped", INSTANCE + "vpcId", host.vpcId());
                    row.put("unmapped", INSTANCE + "placement.availabilityZone", host.zone());
                    row.put("unmapped", INSTANCE + "instanceState.name", "pending");
                }
            }
            case "CreateTags" -> {
                request(row, "resourcesSet.items[].resourceId", host.instanceId() + "," + host.interfaceId());
                request(row, "tagSet.items[].key", "Name,cluster,cost-center");
                request(
                        row,
                        "tagSet.items[].value",
                        "worker-" + dice.hex(6) + "," + estate.cluster() + "," + dice.below(900));
            }
            case "AuthorizeSecurityGroupIngress", "RevokeSecurityGroupIngress" -> {
                request(row, "groupId", "sg-0" + dice.hex(16));
                request(row, "ipPermissions.items[].ipProtocol", "tcp");
                request(row, "ipPermissions.items[].fromPort", Integer.toString(dice.between(1, 65_535)));
                request(row, "ipPermissions.items[].ipRanges.items[].cidrIp", Addresses.remote(dice) + "/32");
                row.put("unmapped", RESPONSE + "requestId", failed ? null : dice.uuid());
            }
            default -> {
                request(row, "instancesSet.items[].instanceId", instances(dice));
                request(row, "filterSet.items[].name", "vpc-id");
                request(row, "filterSet.items[].valueSet.items[].value", host.vpcId());
                row.put("unmapped", "sessionCredentialFromConsole", dice.chance(0.1) ? "true" : null);
            }
        }
    }

    private void loadBalancer(Row row, ApiCall call, boolean failed, Dice dice) {
        String name = "main-" + dice.skewed(12);
        if (!call.activity().equals(ApiCall.CREATE)) {
            request(row, "targetGroupArn", arn("elasticloadbalancing", "targetgroup/" + name + "/" + dice.hex(16)));
            row.put("unmapped", REQUEST + "targets[].id", call.readOnly() ? null : instances(dice));
            return;
        }
        Host host = host(dice);
        String group = "sg-0" + dice.hex(16);
        request(row, "name", name);
        request(row, "scheme", "internet-facing");
        request(row, "subnets[]", host.subnetId());
        request(row, "securityGroups[]", group);
        if (!failed) {
            balancer(
                    row,
                    "loadBalancerArn",
                    arn("elasticloadbalancing", "loadbalancer/app/" + name + "/" + dice.hex(16)));
            balancer(row, "loadBalancerName", name);
            balancer(
                    row,
                    "dNSName",
                    name + "-" + dice.below(2_000_000_000) + "." + estate.region() + ".elb.amazonaws.com");
            balancer(row, "canonicalHostedZoneId", "Z" + dice.id(13));
            balancer(row, "state.code", "provisioning");
            balancer(row, "type", "application");
            balancer(row, "scheme", "internet-facing");
            balancer(row, "securityGroups[]", group);
            balancer(row, "vpcId", host.vpcId());
            balancer(row, "availabilityZones[].subnetId", host.subnetId());
            balancer(row, "availabilityZones[].zoneName", estate.region() + "a");
        }
    }

    private void agent(Row row, Dice dice) {
        Host host = host(dice);
        request(row, "instanceId", host.instanceId());
        request(row, "agentVersion", dice.pickSkewed(PACKAGES));
        request(row, "agentStatus", "Active");
        request(row, "platformName", "Amazon Linux");
        request(row, "platformType", "Linux");
        request(row, "platformVersion", "2023");
        request(row, "iPAddress", host.ip());
        request(row, "computerName", "ip-" + host.ip().replace('.', '-') + "." + estate.region() + ".compute.internal");
        request(row, "agentName", "amazon-ssm-agent");
        request(row, "sourceId", host.instanceId());
    }

    private void role(Row row, Dice dice) {
        Vocabulary.Role role = dice.pickSkewed(Vocabulary.ROLES);
        request(row, "roleName", role.name());
        row.put("unmapped", REQUEST + "marker", dice.chance(0.1) ? dice.id(64) : null);
    }

    private String template(Dice dice) {
        return "https://" + dice.pickSkewed(estate.buckets()) + ".s3." + estate.region() + ".amazonaws.com/"
                + dice.hex(64) + ".json";
    }

    private String instances(Dice dice) {
        StringBuilder ids = new StringBuilder(host(dice).instanceId());
        for (int more = dice.skewed(8); more > 0; more--) {
            ids.append(',').append(host(dice).instanceId());
        }
        return ids.toString();
    }

    private static String mac(Dice dice) {
        return "0a:" + dice.hex(2) + ":" + dice.hex(2) + ":" + dice.hex(2) + ":" + dice.hex(2) + ":" + dice.hex(2);
    }

    private Host host(Dice dice) {
        return dice.pickSkewed(estate.hosts());
    }

    private String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + estate.region() + ":" + estate.accountId() + ":" + resource;
    }

    private static void request(Row row, String name, String value) {
        row.put("unmapped", REQUEST + name, value);
    }

    private static void response(Row row, String name, String value) {
        row.put("unmapped", RESPONSE + name, value);
    }

    private static void balancer(Row row, String name, String value) {
        row.put("unmapped", BALANCER + name, value);
    }
}
