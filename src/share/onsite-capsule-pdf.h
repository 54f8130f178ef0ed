/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "library/onsite-progress.h"
#include "onsite-capsule.h"
#include "onsite-paper.h"

G_BEGIN_DECLS

/**
 * onsite_capsule_pdf_write:
 * @self: what is handed on
 * @paper: what is printed on
 * @stream: where it goes; it is left open
 * @progress: (nullable) (scope call) (closure user_data): is told how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): to give up by
 * @error: return location: %ONSITE_SHARE_ERROR_FAILED or %G_IO_ERROR
 *
 * Writes the debrief as a PDF, in the interface's language: a summary, the matrix, a page
 * for each answer, gaps and next steps. Its type is embedded, its pages are tagged and
 * have an outline, and there is no date in it. Its tags have neither a language nor words
 * that stand for a figure: cairo 1.16 writes a tag's name alone, whatever attributes it is
 * given, so an exhibit's words are printed below it. Memory doesn't grow with the number
 * of pages. Blocks: call it where waiting is allowed.
 *
 * Returns: whether it is whole
 */
gboolean onsite_capsule_pdf_write (const OnsiteCapsule *self,
                                   const OnsitePaper *paper,
                                   GOutputStream *stream,
                                   OnsiteProgressFunc progress,
                                   gpointer user_data,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
