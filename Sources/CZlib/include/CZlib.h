// gzip through the system's zlib. zlib's own header stays out of this one, because chapters are
// compiled against it and should not need zlib's development package.
#ifndef CZLIB_H
#define CZLIB_H

#include <stddef.h>
#include <stdint.h>

// What a step of expanding leads to.
enum { GUNZIP_GOES_ON = 0, GUNZIP_PART_ENDED = 1, GUNZIP_DAMAGED = 2 };

// Gzip data being expanded.
typedef struct {
  void *stream;
  size_t taken;         // bytes of input that the last step took
  size_t made;          // bytes of output that it made
  uint32_t checksum;    // of what the part expanded to so far
  uint64_t length;      // of what the part expanded to so far
  const char *problem;  // what is wrong with damaged data
} Gunzip;

// Returns whether zlib could be started.
int gunzipBegin(Gunzip *state);
int gunzipStep(
  Gunzip *state, const uint8_t *input, size_t count, uint8_t *output, size_t room);
void gunzipEnd(Gunzip *state);

#endif
