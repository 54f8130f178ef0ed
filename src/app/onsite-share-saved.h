/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "share/onsite-share-format.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_SHARE_SAVED (onsite_share_saved_get_type ())

/**
 * OnsiteShareSaved:
 *
 * What was saved, and where it may go from there: to a folder's window, or by mail where
 * the desktop can send one.
 */
G_DECLARE_FINAL_TYPE (OnsiteShareSaved, onsite_share_saved, ONSITE, SHARE_SAVED, AdwBin)

/**
 * onsite_share_saved_tell:
 * @self: what was saved
 * @file: the file, or the folder
 * @n_bytes: how large it is
 * @format: what it was written as
 */
void onsite_share_saved_tell (OnsiteShareSaved *self,
                              GFile *file,
                              gint64 n_bytes,
                              const OnsiteShareFormat *format);

G_END_DECLS
