/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * onsite_json_path_append_member:
 * @path: the path of an object
 * @member: the name of one of its members, in UTF-8
 *
 * Leads @path on to a member.
 */
void onsite_json_path_append_member (GString *path, const char *member);

/**
 * onsite_json_path_append_element:
 * @path: the path of an array
 * @index: the position of one of its elements, from 0
 *
 * Leads @path on to an element.
 */
void onsite_json_path_append_element (GString *path, guint index);

G_END_DECLS
