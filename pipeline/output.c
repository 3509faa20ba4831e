/* output.c - writing: temporary name, sync, rename; standard output flushed and its errors seen. */
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* One writer, so one temporary file at a time; here for output_abandon, which takes the lock and keeps it. */
static char temporary[PATH_MAX];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

void output_abandon(void)
{
	pthread_mutex_lock(&lock);
	if (*temporary)
		unlink(temporary);
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

/* Opens a temporary file beside `path`; -1 with errno. */
static int begin_file(const char *path)
{
	const char *slash = strrchr(path, '/');
	int dir = slash ? (int)(slash - path) + 1 : 0, fd;

	if (snprintf(temporary, sizeof temporary, "%.*s.pravah-XXXXXX", dir, path) >= (int)sizeof temporary) {
		errno = ENAMETOOLONG;
		fd = -1;
	} else {
		fd = mkstemp(temporary);
	}
	if (fd < 0)
		*temporary = 0;
	return fd;
}

static bool end_file(int fd, const char *path, bool ok)
{
	int saved;

	ok = ok && !fchmod(fd, mode_for(path)) && !fsync(fd);
	ok = !close(fd) && ok && !rename(temporary, path);
	saved = errno;
	if (!ok)
		unlink(temporary);
	*temporary = 0;
	errno = saved;
	return ok;
}

static enum status cannot_write(const char *path, struct report *r)
{
	return fatal(r, "write", "cannot write %s: %s", path, strerror(errno));
}

/* The file a link points to is replaced, not the link. */
static enum status write_file(const char *path, struct view data, struct report *r)
{
	char *real = realpath(path, NULL);
	enum status rc = OK;
	struct stat st;
	int fd;

	if (!stat(path, &st) && !S_ISREG(st.st_mode)) {
		free(real);
		return fatal(r, "write", "cannot write %s: it is there and not a file", path);
	}
	pthread_mutex_lock(&lock);
	fd = begin_file(real ? real : path);
	if (fd < 0 || !end_file(fd, real ? real : path, write_all(fd, data)))
		rc = cannot_write(path, r);
	pthread_mutex_unlock(&lock);
	free(real);
	return rc;
}

void output_init(struct output *o, const char *path)
{
	size_t n = path ? strlen(path) : 0;
	struct stat st;

	*o = (struct output){ .path = path && strcmp(path, "-") ? path : NULL, .fd = -1 };
	o->folder = o->path && ((!stat(path, &st) && S_ISDIR(st.st_mode)) || (n && path[n - 1] == '/'));
}

enum status output_open(struct output *o, struct report *r)
{
	struct stat st;

	if (o->folder && mkdir(o->path, 0777) && errno != EEXIST)
		return fatal(r, "output", "cannot make the folder %s: %s", o->path, strerror(errno));
	if (!o->path || o->folder)
		return OK;
	pthread_mutex_lock(&lock);
	o->fd = !stat(o->path, &st) && !S_ISREG(st.st_mode) ? open(o->path, O_WRONLY | O_CLOEXEC) : begin_file(o->path);
	pthread_mutex_unlock(&lock);
	return o->fd < 0 ? cannot_write(o->path, r) : OK;
}

/* A place for the hash in an open-addressed table at most half full; 0 marks a free place. */
static uint64_t *name_place(uint64_t *table, size_t cap, uint64_t hash)
{
	size_t i = hash & (cap - 1);

	while (table[i] && table[i] != hash)
		i = (i + 1) & (cap - 1);
	return &table[i];
}

static void grow_names(struct output *o)
{
	size_t cap = o->cap_names ? 2 * o->cap_names : 1024;
	uint64_t *table;

	if (2 * o->n_names < o->cap_names)
		return;
	table = memory_get(cap * sizeof *table);
	for (size_t i = 0; i < o->cap_names; i++)
		if (o->name[i])
			*name_place(table, cap, o->name[i]) = o->name[i];
	free(o->name);
	o->name = table;
	o->cap_names = cap;
}

/* Two notes of one name would leave one of them; the second is refused. */
static bool is_taken(struct output *o, struct view name)
{
	uint64_t hash = view_hash(name) | 1, *place;

	grow_names(o);
	place = name_place(o->name, o->cap_names, hash);
	if (*place)
		return true;
	*place = hash;
	o->n_names++;
	return false;
}

static bool is_same_file(const char *path, struct view source)
{
	struct buf from = { 0 };
	struct stat a, b;
	bool same;

	buf_add(&from, source);
	same = !stat(path, &a) && !stat(buf_view(&from).p, &b) && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
	buf_release(&from);
	return same;
}

static enum status write_to_folder(struct output *o, struct view name, struct view source, struct view data,
				   struct report *r)
{
	struct buf path = { 0 };
	enum status rc;

	if (is_taken(o, name))
		return fail(r, NOWHERE, "output", "another note of this run has been written to %.*s", VIEW_ARG(name));
	buf_str(&path, o->path);
	buf_str(&path, path.p[path.n - 1] == '/' ? "" : "/");
	buf_add(&path, name);
	if (is_same_file(path.p, source))
		rc = fail(r, NOWHERE, "output", "would overwrite its own source; choose another folder");
	else
		rc = write_file(path.p, data, r);
	buf_release(&path);
	return rc;
}

enum status output_write(struct output *o, struct view name, struct view source, struct view data, struct report *r)
{
	if (o->folder)
		return write_to_folder(o, name, source, data, r);
	if (o->path)
		return write_all(o->fd, data) ? OK : cannot_write(o->path, r);
	if (fwrite(data.p, 1, data.n, stdout) == data.n)
		return OK;
	return fatal(r, "write", "cannot write the output: %s", strerror(errno));
}

enum status output_flush(struct report *r)
{
	if (!fflush(stdout) && !ferror(stdout))
		return OK;
	return fatal(r, "write", "cannot write the output: %s", strerror(errno));
}

enum status output_close(struct output *o, bool keep, struct report *r)
{
	enum status rc = OK;

	free(o->name);
	o->name = NULL;
	if (o->fd < 0)
		return OK;
	pthread_mutex_lock(&lock);
	if (!*temporary)
		rc = close(o->fd) ? cannot_write(o->path, r) : OK;
	else if (!end_file(o->fd, o->path, keep) && keep)
		rc = cannot_write(o->path, r);
	pthread_mutex_unlock(&lock);
	o->fd = -1;
	return rc;
}
