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

/**
 * onsite_library_group_set_context:
 * @self: a group
 * @context: the program's context; held
 *
 * Shows the context's library, and looks which backups there are. To be called once.
 */
void onsite_library_group_set_context (OnsiteLibraryGroup *self, OnsiteContext *context);

G_END_DECLS
