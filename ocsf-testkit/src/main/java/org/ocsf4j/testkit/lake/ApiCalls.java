package org.ocsf4j.testkit.lake;

import static org.ocsf4j.testkit.lake.ApiCall.CREATE;
import static org.ocsf4j.testkit.lake.ApiCall.DELETE;
import static org.ocsf4j.testkit.lake.ApiCall.READ;
import static org.ocsf4j.testkit.lake.ApiCall.UPDATE;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operations that the lake sees, the most frequent first. */
final class ApiCalls {

    static final List<ApiCall> MANAGEMENT = List.of(
            ec2("DescribeInstances", READ),
            call("sts", "GetCallerIdentity", null, READ),
            call("kms", "Decrypt", null, READ, "AWS::KMS::Key"),
            call("ssm", "UpdateInstanceInformation", null, UPDATE),
            call("kms", "GenerateDataKey", null, CREATE, "AWS::KMS::Key"),
            call("s3", "GetBucketAcl", null, READ, "AWS::S3::Bucket"),
            call("logs", "CreateLogStream", null, CREATE),
            call("monitoring", "DescribeAlarms", null, READ),
            ec2("DescribeNetworkInterfaces", READ),
            call("elasticloadbalancing", "DescribeTargetHealth", "2015-12-01", READ),
            call("secretsmanager", "GetSecretValue", null, READ),
            call("ecr", "GetAuthorizationToken", null, READ),
            call("ecr", "BatchGetImage", null, READ, "AWS::ECR::Repository"),
            call("autoscaling", "DescribeAutoScalingGroups", null, READ),
            call("rds", "DescribeDBInstances", null, READ),
            call("config", "PutEvaluations", null, UPDATE),
            call("cloudformation", "DescribeStacks", null, READ),
            ec2("DescribeSecurityGroups", READ),
            call("lambda", "GetFunction20150331v2", null, READ),
            call("iam", "GetRole", null, READ),
            call("iam", "ListRoles", null, READ),
            call("s3", "ListBuckets", null, READ),
            call("eks", "DescribeCluster", null, READ),
            call("dynamodb", "DescribeTable", "2012-08-10", READ, "AWS::DynamoDB::Table"),
            ec2("CreateTags", CREATE),
            ec2("RunInstances", CREATE),
            ec2("TerminateInstances", DELETE),
            ec2("AuthorizeSecurityGroupIngress", UPDATE),
            ec2("RevokeSecurityGroupIngress", UPDATE),
            ec2("ModifyInstanceAttribute", UPDATE),
            call("elasticloadbalancing", "RegisterTargets", "2015-12-01", UPDATE),
            call("elasticloadbalancing", "CreateLoadBalancer", "2015-12-01", CREATE),
            call("lambda", "UpdateFunctionCode20150331v2", null, UPDATE),
            call("s3", "PutBucketPolicy", null, UPDATE, "AWS::S3::Bucket"),
            call("s3", "DeleteBucketPolicy", null, DELETE, "AWS::S3::Bucket"),
            call("s3", "PutBucketPublicAccessBlock", null, UPDATE, "AWS::S3::Bucket"),
            call("rds", "CreateDBSnapshot", null, CREATE),
            call("rds", "ModifyDBInstance", null, UPDATE),
            call("cloudformation", "UpdateStack", null, UPDATE),
            call("cloudformation", "CreateChangeSet", null, CREATE),
            call("secretsmanager", "PutSecretValue", null, UPDATE),
            call("kms", "CreateGrant", null, CREATE, "AWS::KMS::Key"),
            call("kms", "ScheduleKeyDeletion", null, DELETE, "AWS::KMS::Key"),
            call("guardduty", "ListFindings", null, READ),
            call("cloudtrail", "LookupEvents", null, READ),
            call("cloudtrail", "DescribeTrails", null, READ));

    static final List<ApiCall> S3_DATA = List.of(
            object("GetObject", READ),
            object("PutObject", CREATE),
            object("HeadObject", READ),
            object("ListObjects", READ),
            object("DeleteObject", DELETE),
            object("CopyObject", CREATE),
            object("PutObjectAcl", UPDATE));

    static final List<ApiCall> LAMBDA_EXECUTION =
            List.of(call("lambda", "Invoke", null, READ, "AWS::Lambda::Function"));

    private static final String EC2_VERSION = "2016-11-15";

    private ApiCalls() {}

    private static ApiCall ec2(String operation, EnumValue activity) {
        return call("ec2", operation, EC2_VERSION, activity);
    }

    private static ApiCall object(String operation, EnumValue activity) {
        return call("s3", operation, null, activity, "AWS::S3::Object");
    }

    private static ApiCall call(String service, String operation, @Nullable String version, EnumValue activity) {
        return call(service, operation, version, activity, null);
    }

    private static ApiCall call(
            String service,
            String operation,
            @Nullable String version,
            EnumValue activity,
            @Nullable String resourceType) {
        return new ApiCall(service + ".amazonaws.com", operation, version, activity, resourceType);
    }
}
