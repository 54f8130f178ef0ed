/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-library.h"
#include "library/onsite-progress.h"
#include "onsite-capsule.h"
#include "onsite-paper.h"
#include "onsite-share-files.h"

G_BEGIN_DECLS

/**
 * OnsiteShareJob:
 * @capsule: what is handed on
 * @library: where its sound is
 * @files: where it is written to
 * @paper: (nullable): what it is to be printed on; %NULL for what is usual where the
 *   person lives
 * @progress: (nullable): is told how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): gives up
 *
 * What a format's writer works with, in any thread.
 */
typedef struct
{
  const OnsiteCapsule *capsule;
  OnsiteLibrary *library;
  OnsiteShareFiles *files;
  const OnsitePaper *paper;
  OnsiteProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
} OnsiteShareJob;

/**
 * OnsiteShareFormat:
 * @name: what it is called on the command line
 * @title: (nullable): what a person calls it, to be translated in the context "format";
 *   %NULL for @name
 * @summary: (nullable): what it is good for, likewise
 * @suffix: what its files end in, with the dot
 * @is_folder: whether it is a folder with a file for each take
 * @is_reviewed: whether a review may come back, so that the library has to keep what was
 *   handed on
 * @has_sound: whether the sound is in it; else the capsule has to be without
 * @needs_sound: whether there is nothing in it without the sound
 * @write: writes it
 * @estimate: how many bytes it will have, about
 *
 * A format. To add one is to add a line to the table in onsite-share-format.c.
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *summary;
  const char *suffix;
  gboolean is_folder;
  gboolean is_reviewed;
  gboolean has_sound;
  gboolean needs_sound;
  gboolean (*write) (const OnsiteShareJob *job, GError **error);
  gint64 (*estimate) (const OnsiteCapsule *capsule);
} OnsiteShareFormat;

/**
 * onsite_share_format_find:
 * @name: what it is called
 *
 * Returns: (transfer none) (nullable): that format
 */
const OnsiteShareFormat *onsite_share_format_find (const char *name);

/**
 * onsite_share_formats_get:
 * @n_formats: (out): how many
 *
 * Returns: (transfer none) (array length=n_formats): all formats; the first is for
 *   coaches
 */
const OnsiteShareFormat *onsite_share_formats_get (guint *n_formats);

/**
 * onsite_share_format_dup_names:
 *
 * Returns: (transfer full): what all formats are called, with commas between them
 */
char *onsite_share_format_dup_names (void);

/**
 * onsite_share_format_write:
 * @self: a format
 * @job: what to write, and where to
 * @error: return location: %ONSITE_SHARE_ERROR, %ONSITE_LIBRARY_ERROR, %ONSITE_AUDIO_ERROR
 *   or %G_IO_ERROR
 *
 * Writes all files of a capsule and puts them in their places, whole or not at all.
 * An error of %G_IO_ERROR tells what could not be written and what to do. Blocks. Memory doesn't grow with the length of the sound.
 *
 * Returns: whether it did
 */
gboolean onsite_share_format_write (const OnsiteShareFormat *self,
                                    const OnsiteShareJob *job,
                                    GError **error);

G_END_DECLS
