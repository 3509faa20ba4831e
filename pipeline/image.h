/*
 * image.h - what is made of dictionaries: indexes, arrays and the texts they point to. It is kept in a file that is
 * mapped where it was made, its pointers as they are, so that a program that starts need not read, fold and hash every
 * row.
 *
 * An image stands for its tables: it is used only by the program that made it, and only if every byte of the tables is
 * what it was; else the tables are read. So a table that is edited counts at once, wherever the files were copied to,
 * and an image never changes what comes out. `pravah compile` writes them.
 */
#ifndef IMAGE_H
#define IMAGE_H

#include "index.h"
#include "option.h"
#include "table.h"

/* Holds all that results point to. Zero-initialise; one that is never opened holds a user's own tables. */
struct image {
	struct arena arena;
	struct source { const char *path; struct view mapped; struct table table; } *source;
	size_t n, cap;			/* tables */
	struct view file;		/* an image that was found good */
	char *room;			/* where one that will be written is made, `used` bytes of it used */
	size_t used;
};

struct image_plan {
	const char *name;		/* the file is NAME.image */
	const char *const *tables;	/* files under dictionaries/; ends in NULL */
	size_t size;			/* of the result */

	/*
	 * Makes a result, which is all zeros, of the image's tables, one after the other. What the result points to must be
	 * the image's: texts of tables, and what image_copy(), image_get(), image_keep() and image_keep_index() give.
	 */
	enum status (*make)(void *result, struct image *, const void *context, struct report *);
};

/*
 * Fills in the result: from the image, if there is a good one, else from the tables. `also` is what else the result
 * depends on, of the `context` that make() is given. To be closed whatever it returns. A result may be the beginning of
 * a struct that goes on with what is no part of it: `size` then is the offset of the rest.
 */
enum status image_open(struct image *, const struct image_plan *, const struct settings *, const void *context,
		       struct view also, void *result, struct report *);
void image_close(struct image *);

/* Opens one more table; its texts are there until the image is closed. */
enum status image_add_table(struct image *, const char *path, struct report *);

/* The next row of the table that was opened as the i-th. */
static inline bool image_row(struct image *im, size_t i, struct row *row)
{
	return table_next(&im->source[i].table, row);
}

/* Reports what is wrong with a row of the table that was opened as the i-th. */
enum status image_bad_row(const struct image *, size_t i, const struct row *, const char *code, const char *why,
			  struct report *);

/* Memory that lives as long as the image does. */
void *image_get(struct image *, size_t n);
struct view image_copy(struct image *, struct view);

/* Moves an array from the heap into the image; returns where it now is, NULL of none. */
void *image_keep(struct image *, void *array, size_t n, size_t item);

/* The same of an index, to which nothing can be added from then on. */
void image_keep_index(struct image *, struct index *);

#endif
