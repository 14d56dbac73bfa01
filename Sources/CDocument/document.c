#include "CDocument.h"

/* #embed is C23; this compiler knows it in every mode and would only remark on it. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char openapi[] = {
#embed "../../openapi.json"
};

static const unsigned char quickstart[] = {
#embed "../../Fixtures/seeds/quickstart.json"
};

const unsigned char *openapi_document(void) { return openapi; }
size_t openapi_document_length(void) { return sizeof openapi; }
const unsigned char *quickstart_seed(void) { return quickstart; }
size_t quickstart_seed_length(void) { return sizeof quickstart; }
