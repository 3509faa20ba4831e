/*
 * A disk that is full, for tests: loaded with LD_PRELOAD, it makes the calls
 * named in FAULT ("write", "fsync", "rename", "close", comma-separated) fail
 * with ENOSPC.  Standard output and error are left alone.  With FAULT_AFTER=N
 * the first N bytes are still written.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static long written;

static int faulty(const char *call)
{
	const char *list = getenv("FAULT");
	size_t n = strlen(call);

	while (list && *list) {
		if (!strncmp(list, call, n) && (!list[n] || list[n] == ','))
			return 1;
		list = strchr(list, ',');
		if (list)
			list++;
	}
	return 0;
}

/* Only regular files live on a disk that can be full. */
static int on_disk(int fd)
{
	struct stat st;

	return fd > 2 && !fstat(fd, &st) && S_ISREG(st.st_mode) &&
		(fcntl(fd, F_GETFL) & O_ACCMODE) != O_RDONLY;
}

static int no_room(int fd, size_t n)
{
	const char *after = getenv("FAULT_AFTER");

	if (!faulty("write") || !on_disk(fd))
		return 0;
	written += (long)n;
	if (written <= (after ? atol(after) : 0))
		return 0;
	errno = ENOSPC;
	return 1;
}

ssize_t write(int fd, const void *p, size_t n)
{
	return no_room(fd, n) ? -1 : REAL(write)(fd, p, n);
}

ssize_t writev(int fd, const struct iovec *v, int count)
{
	size_t n = 0;

	for (int i = 0; i < count; i++)
		n += v[i].iov_len;
	return no_room(fd, n) ? -1 : REAL(writev)(fd, v, count);
}

/* stdio does not call write() through the table that a preload replaces. */
size_t fwrite(const void *p, size_t size, size_t n, FILE *f)
{
	return no_room(fileno(f), size * n) ? 0 : REAL(fwrite)(p, size, n, f);
}

int fflush(FILE *f)
{
	if (f && no_room(fileno(f), 0))
		return EOF;
	return REAL(fflush)(f);
}

int fclose(FILE *f)
{
	int fault = faulty("close") && on_disk(fileno(f));
	int rc = REAL(fclose)(f);

	if (!fault)
		return rc;
	errno = ENOSPC;
	return EOF;
}

int close(int fd)
{
	int fault = faulty("close") && on_disk(fd);
	int rc = REAL(close)(fd);

	if (!fault)
		return rc;
	errno = ENOSPC;
	return -1;
}

int fsync(int fd)
{
	if (faulty("fsync")) {
		errno = ENOSPC;
		return -1;
	}
	return REAL(fsync)(fd);
}

int fdatasync(int fd)
{
	if (faulty("fsync")) {
		errno = ENOSPC;
		return -1;
	}
	return REAL(fdatasync)(fd);
}

int rename(const char *from, const char *to)
{
	if (faulty("rename")) {
		errno = ENOSPC;
		return -1;
	}
	return REAL(rename)(from, to);
}

int renameat(int a, const char *from, int b, const char *to)
{
	if (faulty("rename")) {
		errno = ENOSPC;
		return -1;
	}
	return REAL(renameat)(a, from, b, to);
}
