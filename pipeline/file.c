/* file.c - mapping files, and writing them. */
#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static bool map(int fd, size_t n, uintptr_t at, struct view *out)
{
	void *p;

	if (!n)
		return true;
	/* What must lie somewhere is an image, of which every page is looked at. */
	p = mmap((void *)at, n, PROT_READ, MAP_PRIVATE | (at ? MAP_FIXED_NOREPLACE | MAP_POPULATE : 0), fd, 0);
	if (p == MAP_FAILED)
		return false;
	if (at && p != (void *)at) {	/* an old kernel, to which the address is but a hint */
		munmap(p, n);
		errno = EEXIST;
		return false;
	}
	*out = (struct view){ p, n };
	return true;
}

bool file_map_at(const char *path, uintptr_t at, struct view *out)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC), why;
	struct stat st;
	bool good;

	*out = (struct view){ 0 };
	if (fd < 0)
		return false;
	good = !fstat(fd, &st) && map(fd, (size_t)st.st_size, at, out);
	why = errno;
	close(fd);
	errno = why;
	return good;
}

enum status file_map(const char *path, struct view *out, struct report *r)
{
	return file_map_at(path, 0, out) ? OK : fatal(r, "open", "cannot read %s: %s", path, strerror(errno));
}

void file_unmap(struct view v)
{
	if (v.n)
		munmap((void *)(uintptr_t)v.p, v.n);
}

enum status file_write(const char *path, struct view v, struct report *r)
{
	struct buf beside = { 0 };
	FILE *f;
	bool good;
	int why;

	buf_addf(&beside, "%s.new", path);
	f = fopen(beside.p, "wbe");
	good = f && fwrite(v.p, 1, v.n, f) == v.n;
	if (f && (fclose(f) || !good))
		good = false;
	good = good && !rename(beside.p, path);
	why = errno;
	if (f && !good)
		unlink(beside.p);
	buf_release(&beside);
	return good ? OK : fatal(r, "write", "cannot write %s: %s", path, strerror(why));
}
