// What Swift has no words for: the SIMD width of the target that the engine is compiled for, as a
// constant that Swift folds, and uninitialised memory of a thread's own. Only speed depends on them:
// the kernels give the same bits for every width.
#ifndef CTARGET_H
#define CTARGET_H

#if defined(__AVX512F__)
#define REGBOOK_SIMD_BITS 512
#elif defined(__AVX__)
#define REGBOOK_SIMD_BITS 256
#else
#define REGBOOK_SIMD_BITS 128
#endif

/// How many bytes a panel has: what stays in the first cache beside the rest of a matrix product.
#define REGBOOK_PANEL_BYTES 32768

/// Room for a panel, one for each thread: a stack's would be cleared by Swift at every use.
static inline void *regbook_panel(void) {
  static _Thread_local _Alignas(64) char panel[REGBOOK_PANEL_BYTES];
  return panel;
}

#endif
