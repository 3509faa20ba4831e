/* output.c - writing: temporary name, sync, rename; standard output flushed and its errors seen. */
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* One writer thread, so one temporary file at a time; here for the signal handler to find. */
static char temporary[PATH_MAX];
static volatile sig_atomic_t have_temporary;

void output_abandon(void)
{
	if (have_temporary)
		unlink(temporary);
}

enum status output_open(struct output *o, const char *path, struct report *r)
{
	size_t n = path ? strlen(path) : 0;
	struct stat st;

	*o = (struct output){ .path = path };
	if (!path || !strcmp(path, "-")) {
		o->path = NULL;
		return OK;
	}
	o->folder = (!stat(path, &st) && S_ISDIR(st.st_mode)) || (n && path[n - 1] == '/');
	if (o->folder && mkdir(path, 0777) && errno != EEXIST)
		return fatal(r, "output", "cannot make the folder %s: %s", path, strerror(errno));
	return OK;
}

static bool write_all(int fd, struct view v)
{
	while (v.n) {
		ssize_t n = write(fd, v.p, v.n);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		v.p += n;
		v.n -= (size_t)n;
	}
	return true;
}

/* Rights of the file that is replaced, or those a new file gets. */
static mode_t mode_for(const char *path)
{
	struct stat st;
	mode_t mask = umask(0);

	umask(mask);
	return !stat(path, &st) ? st.st_mode & 07777 : 0666 & ~mask;
}

static bool replace(const char *path, struct view data)
{
	int fd = mkstemp(temporary), saved;
	bool ok;

	if (fd < 0)
		return false;
	have_temporary = 1;
	ok = write_all(fd, data) && !fchmod(fd, mode_for(path)) && !fsync(fd);
	ok = !close(fd) && ok && !rename(temporary, path);
	saved = errno;
	if (!ok)
		unlink(temporary);
	have_temporary = 0;
	errno = saved;
	return ok;
}

static enum status write_file(const char *path, struct view data, struct report *r)
{
	const char *slash = strrchr(path, '/');
	int dir = slash ? (int)(slash - path) + 1 : 0;

	if (snprintf(temporary, sizeof temporary, "%.*s.pravah-XXXXXX", dir, path) >= (int)sizeof temporary)
		errno = ENAMETOOLONG;
	else if (replace(path, data))
		return OK;
	return fatal(r, "write", "cannot write %s: %s", path, strerror(errno));
}

enum status output_write(const struct output *o, struct view name, struct view data, struct report *r)
{
	struct buf path = { 0 };
	enum status rc;

	if (!o->path) {
		if (fwrite(data.p, 1, data.n, stdout) == data.n)
			return OK;
		return fatal(r, "write", "cannot write the output: %s", strerror(errno));
	}
	buf_str(&path, o->path);
	if (o->folder) {
		buf_str(&path, path.p[path.n - 1] == '/' ? "" : "/");
		buf_add(&path, name);
	}
	rc = write_file(path.p, data, r);
	buf_release(&path);
	return rc;
}

enum status output_flush(struct report *r)
{
	if (!fflush(stdout) && !ferror(stdout))
		return OK;
	return fatal(r, "write", "cannot write the output: %s", strerror(errno));
}
