// Counts what a thread asks the heap for: the functions of the C library are taken over in the tests'
// program, and hand on to it.
#ifndef CALLOCATIONS_H
#define CALLOCATIONS_H

/// How often this thread has asked for memory so far.
long allocations_of_thread(void);

#endif
