#if !__has_include(<cmark.h>)
#error "cmark is missing: run make, or apt-get install libcmark-dev"
#endif
#include <cmark.h>
