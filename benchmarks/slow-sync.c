/*
 * Has every sync of a file take longer by SYNC_MICROS, as on a disk that is slower than this one. It is loaded before the C library:
 *
 *   SYNC_MICROS=1000 benchmarks/run.sh jobs
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

static int slowly(const char *name, int file) {
    int (*sync)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    int failed = sync(file);
    usleep((useconds_t)atol(getenv("SYNC_MICROS")));
    return failed;
}

int fsync(int file) {
    return slowly("fsync", file);
}

int fdatasync(int file) {
    return slowly("fdatasync", file);
}
