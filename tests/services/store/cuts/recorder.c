/* Writes down, in order, what a process does to the files of one folder: loaded by LD_PRELOAD.
 *
 * CUT_FOLDER names the folder, CUT_LOG the journal. A record is a header and its data:
 *   kind (W write, S sync, T truncate to an offset, U unlink,
 *   R rename to the name that is its data, A acknowledgement),
 *   name length, offset, length.
 * A write to the file "acknowledged" in that folder is an acknowledgement.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

struct record {
    uint32_t kind;
    uint32_t name;
    uint64_t offset;
    uint64_t length;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int journal = -1;

#define REAL(type, name, ...)                                \
    static type (*real)(__VA_ARGS__);                        \
    if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static ssize_t plain_write(int fd, const void *data, size_t length) {
    REAL(ssize_t, "write", int, const void *, size_t);
    return real(fd, data, length);
}

/* The file's name within the folder; NULL: not one of those that are followed. */
static const char *inside(const char *path) {
    const char *folder = getenv("CUT_FOLDER");
    size_t length = folder ? strlen(folder) : 0;
    if (!length || strncmp(path, folder, length) || path[length] != '/') return NULL;
    return path + length + 1;
}

static const char *followed(int fd, char *buffer) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, buffer, PATH_MAX - 1);
    if (length <= 0) return NULL;
    buffer[length] = 0;
    return inside(buffer);
}

static void note(char kind, const char *name, uint64_t offset, uint64_t length, const void *data) {
    struct record head = {(uint32_t)kind, (uint32_t)strlen(name), offset, length};
    if (kind == 'W' && !strcmp(name, "acknowledged")) head.kind = 'A';
    pthread_mutex_lock(&lock);
    if (journal < 0) {
        REAL(int, "open", const char *, int, ...);
        journal = real(getenv("CUT_LOG"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    }
    plain_write(journal, &head, sizeof head);
    plain_write(journal, name, head.name);
    if (data) plain_write(journal, data, length);
    pthread_mutex_unlock(&lock);
}

static void wrote(int fd, const void *data, ssize_t done, off_t offset) {
    char buffer[PATH_MAX];
    const char *name = done > 0 ? followed(fd, buffer) : NULL;
    if (name) note('W', name, (uint64_t)offset, (uint64_t)done, data);
}

ssize_t write(int fd, const void *data, size_t length) {
    off_t offset = lseek(fd, 0, SEEK_CUR);
    ssize_t done = plain_write(fd, data, length);
    if (offset >= 0) wrote(fd, data, done, offset);
    return done;
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) {
    REAL(ssize_t, "pwrite", int, const void *, size_t, off_t);
    ssize_t done = real(fd, data, length, offset);
    wrote(fd, data, done, offset);
    return done;
}

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
    REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
    ssize_t done = real(fd, data, length, offset);
    wrote(fd, data, done, offset);
    return done;
}

static int synced(int fd, int done) {
    char buffer[PATH_MAX];
    const char *name = done == 0 ? followed(fd, buffer) : NULL;
    if (name) note('S', name, 0, 0, NULL);
    return done;
}

int fsync(int fd) {
    REAL(int, "fsync", int);
    return synced(fd, real(fd));
}

int fdatasync(int fd) {
    REAL(int, "fdatasync", int);
    return synced(fd, real(fd));
}

static int cut(int fd, int done, uint64_t length) {
    char buffer[PATH_MAX];
    const char *name = done == 0 ? followed(fd, buffer) : NULL;
    if (name) note('T', name, length, 0, NULL);
    return done;
}

int ftruncate(int fd, off_t length) {
    REAL(int, "ftruncate", int, off_t);
    return cut(fd, real(fd, length), (uint64_t)length);
}

int ftruncate64(int fd, off64_t length) {
    REAL(int, "ftruncate64", int, off64_t);
    return cut(fd, real(fd, length), (uint64_t)length);
}

int unlink(const char *path) {
    REAL(int, "unlink", const char *);
    int done = real(path);
    const char *name = done == 0 ? inside(path) : NULL;
    if (name) note('U', name, 0, 0, NULL);
    return done;
}

int rename(const char *before, const char *after) {
    REAL(int, "rename", const char *, const char *);
    int done = real(before, after);
    const char *name = done == 0 ? inside(before) : NULL;
    const char *now = done == 0 ? inside(after) : NULL;
    if (name && now) note('R', name, 0, strlen(now), now);
    return done;
}
