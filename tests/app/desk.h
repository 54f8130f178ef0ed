/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/onsite-window.h"

G_BEGIN_DECLS

/**
 * Desk:
 *
 * A window on a library in a folder of its own.
 */
typedef struct
{
  char *folder;
  char *path;
  GSettings *settings;
  OnsiteContext *context;
  OnsiteWindow *window;
} Desk;

/* GTK as the tests of windows need it: with the program's resources, without animations. */
void desk_init (int *argc, char ***argv);

/* Makes the folder, in which the library may be made before it's opened. */
void desk_make_folder (Desk *desk);
/* Shows a window on what is at @path, and waits until that is open or refused. */
void desk_open (Desk *desk, const char *path);
/* Asserts that nothing of it is held any longer. */
void desk_tear_down (Desk *desk, gconstpointer unused);

/* Waits until what was edited is kept. */
void desk_settle (Desk *desk);

/* The question that is open before the window, or NULL. */
AdwMessageDialog *desk_find_dialog (Desk *desk);

/* The first widget of a type below another one, of those that are shown; it has to be there. */
GtkWidget *desk_find (gpointer root, GType type);
/* (transfer container): all of them, shown or not. */
GPtrArray *desk_find_all (gpointer root, GType type);
/* The first label below @root that holds @text, or NULL. */
GtkWidget *desk_find_text (gpointer root, const char *text);

G_END_DECLS
