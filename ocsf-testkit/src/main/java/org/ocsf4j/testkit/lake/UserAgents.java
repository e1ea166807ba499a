package org.ocsf4j.testkit.lake;

import java.util.ArrayList;
import java.util.List;

/** The clients of one account: a few kinds, each in many versions, on many kernels and run by many environments. */
final class UserAgents {

    private static final int VARIANTS = 240;
    private static final List<String> ENVIRONMENTS =
            List.of("AWS_ECS_FARGATE", "AWS_Lambda_java17", "AWS_Lambda_python3.11", "CodeBuild", "EC2");
    private static final List<String> KERNELS = List.of("5.10", "6.1", "5.15", "4.14", "6.8");

    private UserAgents() {}

    /** The clients, the most frequent first. */
    static List<String> of(Dice dice) {
        List<String> agents = new ArrayList<>(Vocabulary.API_USER_AGENTS);
        for (int i = 0; i < VARIANTS; i++) {
            agents.add(variant(dice));
        }
        return List.copyOf(agents);
    }

    private static String variant(Dice dice) {
        String kernel = dice.pickSkewed(KERNELS) + "." + dice.below(230);
        String environment = dice.pickSkewed(ENVIRONMENTS);
        int patch = dice.below(160);
        return switch (dice.skewed(5)) {
            case 0 ->
                "aws-sdk-java/2." + dice.between(20, 28) + "." + patch + " Linux/" + kernel
                        + ".amzn2.x86_64 OpenJDK_64-Bit_Server_VM/17.0." + dice.between(7, 13)
                        + "+9-LTS Java/17.0.11 vendor/Amazon.com_Inc. exec-env/" + environment
                        + " io/sync http/Apache cfg/retry-mode/legacy";
            case 1 ->
                "Boto3/1." + dice.between(26, 35) + "." + patch + " md/Botocore#1.34." + patch
                        + " ua/2.0 os/linux#" + kernel + ".amzn2.x86_64 md/arch#x86_64 lang/python#3.11."
                        + dice.below(10)
                        + " md/pyimpl#CPython exec-env/" + environment + " cfg/retry-mode#legacy Botocore/1.34."
                        + patch;
            case 2 ->
                "APN/1.0 HashiCorp/1.0 Terraform/1." + dice.between(4, 9) + "." + dice.below(8)
                        + " (+https://www.terraform.io) terraform-provider-aws/5." + dice.below(60)
                        + ".0 aws-sdk-go-v2/1.26.1 os/linux#" + kernel + " lang/go#1.22." + dice.below(6)
                        + " md/GOARCH#amd64 md/GOOS#linux";
            case 3 ->
                "aws-sdk-go/1." + dice.between(44, 55) + "." + patch + " (go1.22." + dice.below(6)
                        + "; linux; amd64) exec-env/" + environment;
            default ->
                "aws-cli/2." + dice.between(9, 17) + "." + patch + " Python/3.11." + dice.below(10) + " Linux/" + kernel
                        + ".x86_64 exe/x86_64.amzn.2 prompt/off command/ec2.describe-instances";
        };
    }
}
