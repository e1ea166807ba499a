package org.ocsf4j.testkit.lake;

import org.jspecify.annotations.Nullable;

/**
 * An operation of an AWS service, as CloudTrail names it.
 *
 * @param service the service's DNS name, such as {@code ec2.amazonaws.com}
 * @param operation the event name, such as {@code DescribeInstances}
 * @param version the API's version; null where CloudTrail leaves it out
 * @param activity what it does to the resource, as OCSF's API Activity classifies it
 * @param resourceType the CloudFormation type that it works on; null when CloudTrail names no resource
 */
record ApiCall(
        String service, String operation, @Nullable String version, EnumValue activity, @Nullable String resourceType) {

    static final EnumValue CREATE = new EnumValue(1, "Create");
    static final EnumValue READ = new EnumValue(2, "Read");
    static final EnumValue UPDATE = new EnumValue(3, "Update");
    static final EnumValue DELETE = new EnumValue(4, "Delete");

    boolean readOnly() {
        return activity.equals(READ);
    }
}
