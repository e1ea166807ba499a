package org.ocsf4j.testkit.lake;

/** An instance in a VPC, with its first network interface. */
record Host(String ip, String instanceId, String interfaceId, String subnetId, String vpcId, String zone) {}
