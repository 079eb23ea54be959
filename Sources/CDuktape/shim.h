#if !__has_include(<duktape.h>)
#error "Duktape is missing: run make, or apt-get install duktape-dev"
#endif
#include <duktape.h>
