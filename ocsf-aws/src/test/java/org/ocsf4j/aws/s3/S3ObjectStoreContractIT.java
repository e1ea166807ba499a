package org.ocsf4j.aws.s3;

final class S3ObjectStoreContractIT extends ObjectStoreContractScene {

    S3ObjectStoreContractIT() {
        super(StoreClient.BLOCKING);
    }
}
