/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void onsite_json_path_append_member (GString *path, const char *member);
void onsite_json_path_append_element (GString *path, guint index);

G_END_DECLS
