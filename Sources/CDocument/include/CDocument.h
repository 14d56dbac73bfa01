#ifndef C_DOCUMENT_H
#define C_DOCUMENT_H

#include <stddef.h>

/* openapi.json and the default seed, compiled into the binary byte for byte. */
const unsigned char *openapi_document(void);
size_t openapi_document_length(void);
const unsigned char *quickstart_seed(void);
size_t quickstart_seed_length(void);

#endif
