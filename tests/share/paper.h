/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "share/onsite-capsule-pdf.h"

G_BEGIN_DECLS

/* A PDF as poppler's tools see it. */

typedef struct
{
  char *folder;
  char *path;
} Paper;

/** Writes a capsule as a PDF, which has to work. */
Paper *paper_new (const OnsiteCapsule *capsule, const char *size);
void paper_free (Paper *self);

/** What a tool of poppler prints of it: "pdfinfo", with an option or none. */
char *paper_ask (const Paper *self, const char *tool, const char *option);

/** The text of all pages; white space is a blank. */
char *paper_read (const Paper *self);

/** The text of each page. */
GStrv paper_read_pages (const Paper *self);

/** What can be chosen beside the pages, as poppler writes it down. */
char *paper_outline (const Paper *self);

guint paper_count_pages (const Paper *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paper, paper_free)

G_END_DECLS
