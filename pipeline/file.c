/* file.c - mapping files. */
#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum status file_map(const char *path, struct view *out, struct report *r)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	void *p = MAP_FAILED;

	*out = (struct view){ 0 };
	if (fd < 0 || fstat(fd, &st)) {
		int why = errno;

		if (fd >= 0)
			close(fd);
		return fatal(r, "open", "cannot read %s: %s", path, strerror(why));
	}
	if (st.st_size)
		p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	close(fd);
	if (!st.st_size)
		return OK;
	if (p == MAP_FAILED)
		return fatal(r, "open", "cannot read %s: %s", path, strerror(errno));
	*out = (struct view){ p, (size_t)st.st_size };
	return OK;
}

void file_unmap(struct view v)
{
	if (v.p)
		munmap((void *)(uintptr_t)v.p, v.n);
}
