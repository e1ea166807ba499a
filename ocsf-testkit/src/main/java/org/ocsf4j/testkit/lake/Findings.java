package org.ocsf4j.testkit.lake;

import java.util.List;

/** What Security Hub, Inspector and GuardDuty find. */
final class Findings {

    /** A control of a security standard. */
    record Control(String id, String title, String resourceType, EnumValue severity) {}

    /** A kind of threat, named as GuardDuty names it. */
    record Threat(String type, String tactic, String title, EnumValue severity, boolean network) {}

    /** A published vulnerability and the package that has it. */
    record Vulnerability(
            String cve,
            String cwe,
            double score,
            String vector,
            String epss,
            String packageName,
            String version,
            String fixedIn,
            String manager,
            boolean exploited,
            EnumValue severity) {}

    static final List<Control> CONTROLS = List.of(
            new Control(
                    "EC2.19",
                    "Security groups should not allow unrestricted access to ports with high risk",
                    "AwsEc2SecurityGroup",
                    Severity.CRITICAL),
            new Control("S3.8", "S3 general purpose buckets should block public access", "AwsS3Bucket", Severity.HIGH),
            new Control("IAM.6", "Hardware MFA should be enabled for the root user", "AwsAccount", Severity.CRITICAL),
            new Control(
                    "EC2.8",
                    "EC2 instances should use Instance Metadata Service Version 2",
                    "AwsEc2Instance",
                    Severity.HIGH),
            new Control(
                    "S3.5",
                    "S3 general purpose buckets should require requests to use SSL",
                    "AwsS3Bucket",
                    Severity.MEDIUM),
            new Control("EC2.7", "EBS default encryption should be enabled", "AwsAccount", Severity.MEDIUM),
            new Control(
                    "RDS.3",
                    "RDS DB instances should have encryption at-rest enabled",
                    "AwsRdsDbInstance",
                    Severity.MEDIUM),
            new Control(
                    "Lambda.2", "Lambda functions should use supported runtimes", "AwsLambdaFunction", Severity.MEDIUM),
            new Control(
                    "CloudTrail.1",
                    "CloudTrail should be enabled with a multi-Region trail",
                    "AwsAccount",
                    Severity.HIGH),
            new Control(
                    "IAM.3",
                    "IAM users' access keys should be rotated every 90 days or less",
                    "AwsIamUser",
                    Severity.MEDIUM),
            new Control("KMS.4", "AWS KMS key rotation should be enabled", "AwsKmsKey", Severity.MEDIUM),
            new Control(
                    "S3.9",
                    "S3 general purpose buckets should have server access logging enabled",
                    "AwsS3Bucket",
                    Severity.LOW),
            new Control("EC2.10", "Amazon EC2 should be configured to use VPC endpoints", "AwsEc2Vpc", Severity.MEDIUM),
            new Control(
                    "ELB.6",
                    "Load balancers should have deletion protection enabled",
                    "AwsElbv2LoadBalancer",
                    Severity.LOW));

    static final List<Threat> THREATS = List.of(
            new Threat(
                    "Recon:EC2/PortProbeUnprotectedPort",
                    "TTPs/Discovery",
                    "Unprotected port on EC2 instance is being probed",
                    Severity.LOW,
                    true),
            new Threat(
                    "UnauthorizedAccess:EC2/SSHBruteForce",
                    "TTPs/Initial Access",
                    "SSH brute force attacks against EC2 instance",
                    Severity.LOW,
                    true),
            new Threat(
                    "CryptoCurrency:EC2/BitcoinTool.B!DNS",
                    "Effects/Resource Consumption",
                    "Bitcoin-related domain name queried by EC2 instance",
                    Severity.HIGH,
                    false),
            new Threat(
                    "Trojan:EC2/DGADomainRequest.B",
                    "TTPs/Command and Control",
                    "DGA domain name queried by EC2 instance",
                    Severity.HIGH,
                    false),
            new Threat(
                    "UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B",
                    "TTPs/Initial Access",
                    "Console login from several countries in a short time",
                    Severity.MEDIUM,
                    true),
            new Threat(
                    "Recon:IAMUser/MaliciousIPCaller",
                    "TTPs/Discovery",
                    "API invoked from a known malicious IP address",
                    Severity.MEDIUM,
                    true),
            new Threat(
                    "Exfiltration:S3/AnomalousBehavior",
                    "Effects/Data Exfiltration",
                    "Anomalous S3 reads by an IAM principal",
                    Severity.HIGH,
                    true),
            new Threat(
                    "Backdoor:EC2/C&CActivity.B!DNS",
                    "TTPs/Command and Control",
                    "Command and control server domain name queried",
                    Severity.HIGH,
                    false),
            new Threat(
                    "Policy:IAMUser/RootCredentialUsage",
                    "TTPs/Persistence",
                    "API invoked with root credentials",
                    Severity.LOW,
                    true),
            new Threat(
                    "PrivilegeEscalation:Runtime/DockerSocketAccessed",
                    "TTPs/Privilege Escalation",
                    "Docker socket was accessed in a container",
                    Severity.MEDIUM,
                    false));

    private static final String NETWORK_HIGH = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H";
    private static final String NETWORK_CRITICAL = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
    private static final String LOCAL_HIGH = "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H";

    static final List<Vulnerability> VULNERABILITIES = List.of(
            new Vulnerability(
                    "CVE-2023-44487",
                    "CWE-400",
                    7.5,
                    NETWORK_HIGH,
                    "0.94",
                    "nghttp2",
                    "1.41.0",
                    "1.57.0",
                    "OS",
                    true,
                    Severity.HIGH),
            new Vulnerability(
                    "CVE-2023-38545",
                    "CWE-787",
                    9.8,
                    NETWORK_CRITICAL,
                    "0.26",
                    "curl",
                    "8.0.1",
                    "8.4.0",
                    "OS",
                    false,
                    Severity.CRITICAL),
            new Vulnerability(
                    "CVE-2022-0778",
                    "CWE-835",
                    7.5,
                    NETWORK_HIGH,
                    "0.07",
                    "openssl",
                    "1.0.2k",
                    "1.0.2zd",
                    "OS",
                    true,
                    Severity.HIGH),
            new Vulnerability(
                    "CVE-2021-3156",
                    "CWE-193",
                    7.8,
                    LOCAL_HIGH,
                    "0.92",
                    "sudo",
                    "1.8.23",
                    "1.9.5p2",
                    "OS",
                    true,
                    Severity.HIGH),
            new Vulnerability(
                    "CVE-2018-25032",
                    "CWE-787",
                    7.5,
                    NETWORK_HIGH,
                    "0.01",
                    "zlib",
                    "1.2.7",
                    "1.2.12",
                    "OS",
                    false,
                    Severity.HIGH),
            new Vulnerability(
                    "CVE-2022-37434",
                    "CWE-787",
                    9.8,
                    NETWORK_CRITICAL,
                    "0.93",
                    "zlib",
                    "1.2.11",
                    "1.2.13",
                    "OS",
                    false,
                    Severity.CRITICAL),
            new Vulnerability(
                    "CVE-2023-4911",
                    "CWE-122",
                    7.8,
                    LOCAL_HIGH,
                    "0.72",
                    "glibc",
                    "2.34",
                    "2.39",
                    "OS",
                    true,
                    Severity.HIGH),
            new Vulnerability(
                    "CVE-2022-40674",
                    "CWE-416",
                    8.1,
                    NETWORK_CRITICAL,
                    "0.01",
                    "expat",
                    "2.4.4",
                    "2.4.9",
                    "OS",
                    false,
                    Severity.HIGH),
            new Vulnerability(
                    "CVE-2022-42889",
                    "CWE-94",
                    9.8,
                    NETWORK_CRITICAL,
                    "0.94",
                    "org.apache.commons:commons-text",
                    "1.9",
                    "1.10.0",
                    "JAR",
                    true,
                    Severity.CRITICAL),
            new Vulnerability(
                    "CVE-2023-0286",
                    "CWE-843",
                    7.4,
                    NETWORK_HIGH,
                    "0.89",
                    "openssl",
                    "1.1.1k",
                    "1.1.1t",
                    "OS",
                    false,
                    Severity.HIGH),
            new Vulnerability(
                    "CVE-2024-28849",
                    "CWE-200",
                    6.5,
                    NETWORK_HIGH,
                    "0.01",
                    "follow-redirects",
                    "1.15.4",
                    "1.15.6",
                    "NODE",
                    false,
                    Severity.MEDIUM),
            new Vulnerability(
                    "CVE-2023-32681",
                    "CWE-200",
                    6.1,
                    NETWORK_HIGH,
                    "0.05",
                    "requests",
                    "2.28.2",
                    "2.31.0",
                    "PYTHON",
                    false,
                    Severity.MEDIUM));

    /** Left to a story: no ordinary finding has it. */
    static final Vulnerability REMOTE_CODE_EXECUTION = new Vulnerability(
            "CVE-2022-22965",
            "CWE-94",
            9.8,
            NETWORK_CRITICAL,
            "0.94",
            "org.springframework:spring-beans",
            "5.3.17",
            "5.3.18",
            "JAR",
            true,
            Severity.CRITICAL);

    private Findings() {}
}
