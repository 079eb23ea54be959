// The SIMD width of the target that the engine is compiled for, as constants that Swift folds.
// Only speed depends on them: the kernels give the same bits for every width.
#ifndef CTARGET_H
#define CTARGET_H

#if defined(__AVX512F__)
#define REGBOOK_SIMD_BITS 512
#elif defined(__AVX__)
#define REGBOOK_SIMD_BITS 256
#else
#define REGBOOK_SIMD_BITS 128
#endif

#endif
