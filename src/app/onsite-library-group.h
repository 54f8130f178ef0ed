/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-context.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_LIBRARY_GROUP (onsite_library_group_get_type ())

/**
 * OnsiteLibraryGroup:
 *
 * The library in the preferences: where its file is, and its backups.
 */
G_DECLARE_FINAL_TYPE (OnsiteLibraryGroup,
                      onsite_library_group,
                      ONSITE,
                      LIBRARY_GROUP,
                      AdwPreferencesGroup)

/* To be called once. */
void onsite_library_group_set_context (OnsiteLibraryGroup *self, OnsiteContext *context);

G_END_DECLS
