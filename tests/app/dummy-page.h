/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/onsite-page.h"

G_BEGIN_DECLS

#define DUMMY_TYPE_PAGE (dummy_page_get_type ())

/**
 * DummyPage:
 *
 * A page with nothing on it, which asks before it's left if it is told to.
 */
G_DECLARE_FINAL_TYPE (DummyPage, dummy_page, DUMMY, PAGE, AdwBin)

/* (transfer floating): @n_left counts how often it is told that it's left. */
DummyPage *dummy_page_new (guint *n_left);

void dummy_page_set_asks (DummyPage *self, gboolean asks);

/* It is "A page" at first. */
void dummy_page_set_title (DummyPage *self, const char *title);

G_END_DECLS
