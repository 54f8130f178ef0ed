/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is heard in an Ogg file, S16 mono at 48 kHz, by GStreamer's demuxer, which knows
 * nothing of how it was written. Transfer full. */
GArray *onsite_ogg_heard (const char *path);
/* The same of a FLAC file. */
GArray *onsite_flac_heard (const char *path);

G_END_DECLS
