#include "CZlib.h"

#include <stdlib.h>

#if !__has_include(<zlib.h>)
#error "zlib is missing: run make, or apt-get install zlib1g-dev"
#endif
#include <zlib.h>

int gunzipBegin(Gunzip *state) {
  z_stream *stream = calloc(1, sizeof(z_stream));
  *state = (Gunzip){ .stream = stream };
  // 15 bits of window, and 16 more for gzip's header and checksum.
  return stream != NULL && inflateInit2(stream, 15 + 16) == Z_OK;
}

int gunzipStep(
  Gunzip *state, const uint8_t *input, size_t count, uint8_t *output, size_t room) {
  z_stream *stream = state->stream;
  uInt given = count < 1 << 30 ? (uInt)count : 1 << 30;
  stream->next_in = (Bytef *)input;
  stream->avail_in = given;
  stream->next_out = output;
  stream->avail_out = (uInt)room;
  int status = inflate(stream, Z_NO_FLUSH);
  state->taken = given - stream->avail_in;
  state->made = room - stream->avail_out;
  state->checksum = (uint32_t)stream->adler;
  state->length = stream->total_out;
  state->problem = stream->msg != NULL ? stream->msg : "the data make no sense";
  if (status == Z_STREAM_END) {
    inflateReset(stream);
    return GUNZIP_PART_ENDED;
  }
  return status == Z_OK || status == Z_BUF_ERROR ? GUNZIP_GOES_ON : GUNZIP_DAMAGED;
}

void gunzipEnd(Gunzip *state) {
  inflateEnd(state->stream);
  free(state->stream);
}
