package org.ocsf4j.aws.s3;

final class S3AsyncObjectStoreContractIT extends ObjectStoreContractScene {

    S3AsyncObjectStoreContractIT() {
        super(StoreClient.ASYNCHRONOUS);
    }
}
