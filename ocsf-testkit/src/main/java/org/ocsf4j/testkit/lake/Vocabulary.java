package org.ocsf4j.testkit.lake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names that several sources share. */
final class Vocabulary {

    /** A role, and the service that assumes it; a person assumes it when there is none. */
    record Role(String name, @Nullable String service) {}

    static final List<Role> ROLES = List.of(
            new Role("ci-pipeline", "codebuild.amazonaws.com"),
            new Role("web-instance", null),
            new Role("autoscaling-service", "autoscaling.amazonaws.com"),
            new Role("config-recorder", "config.amazonaws.com"),
            new Role("order-worker", "lambda.amazonaws.com"),
            new Role("Admin", null),
            new Role("ReadOnly", null),
            new Role("stack-deployer", "cloudformation.amazonaws.com"),
            new Role("backup-service", "backup.amazonaws.com"),
            new Role("data-engineer", null),
            new Role("incident-responder", null));

    static final List<String> PEOPLE = List.of(
            "alice.moreau",
            "bao.nguyen",
            "carmen.diaz",
            "david.okafor",
            "elif.kaya",
            "farid.rahimi",
            "greta.lind",
            "hiro.tanaka",
            "ines.costa",
            "jonas.weber",
            "katya.ivanova",
            "liam.murphy",
            "mei.chen",
            "noor.hassan",
            "olga.novak",
            "pavel.horak",
            "quinn.taylor",
            "rosa.marino",
            "sven.berg",
            "tara.singh");

    static final List<String> BUCKETS = List.of(
            "app-uploads",
            "app-logs",
            "billing-exports",
            "data-lake-raw",
            "data-lake-curated",
            "model-artifacts",
            "static-site",
            "backups",
            "audit-archive",
            "customer-documents");

    static final List<String> FUNCTIONS = List.of(
            "order-intake",
            "order-settlement",
            "image-resize",
            "invoice-render",
            "mail-dispatch",
            "fraud-score",
            "session-cleanup",
            "report-nightly",
            "webhook-relay",
            "catalog-sync",
            "tax-lookup",
            "search-index");

    static final List<String> API_USER_AGENTS = List.of(
            "aws-sdk-java/2.25.60 Linux/5.10.216 OpenJDK_64-Bit_Server_VM/17.0.11 Java/17.0.11",
            "Boto3/1.34.110 md/Botocore#1.34.110 ua/2.0 os/linux#5.10.216 lang/python#3.11.9",
            "aws-cli/2.15.57 Python/3.11.8 Linux/6.1.90 exe/x86_64 prompt/off",
            "APN/1.0 HashiCorp/1.0 Terraform/1.8.4 aws-sdk-go-v2/1.26.1 os/linux lang/go#1.22.2",
            "aws-sdk-go/1.53.5 (go1.22.3; linux; amd64)",
            "AWS Internal",
            "Coral/Netty4",
            "aws-sdk-nodejs/2.1624.0 linux/v20.13.1 promise",
            "aws-cli/1.32.110 Python/3.9.19 Darwin/23.5.0 botocore/1.34.110",
            "Boto3/1.26.90 Python/3.8.16 Linux/4.14.311 Botocore/1.29.90",
            "aws-sdk-php/3.307.1 OS/Linux/5.15.0 lang/php/8.2.19",
            "aws-sdk-dotnet-coreclr/3.7.304.1 .NET_Core/8.0.5 OS/Microsoft_Windows_10.0.20348",
            "cloudformation.amazonaws.com",
            "eks-pod-identity/1.0");

    static final List<String> BROWSERS = List.of(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Safari/537.36",
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15",
            "Mozilla/5.0 (X11; Linux x86_64; rv:126.0) Gecko/20100101 Firefox/126.0",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
            "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Mobile Safari/537.36");

    private Vocabulary() {}
}
