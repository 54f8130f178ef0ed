/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <pango/pangocairo.h>

#include "drawing/onsite-colour.h"
#include "onsite-paper.h"

G_BEGIN_DECLS

/**
 * OnsitePdf:
 * @cr: draws on the page
 * @context: the interface's language and direction, at 72 dots per inch
 * @paper: what is printed on
 * @mirrored: whether the interface is read from right to left, and the page built so
 * @language: BCP 47 tag of the language of what isn't the interface's
 * @title: what stands on top of each page
 * @left: where what is printed begins
 * @width: how wide it is
 * @bottom: where it ends
 * @y: where the next thing goes
 * @page: the number of this page, from 1
 * @n_pages: how many there are; 0 as long as they are counted
 * @anchors: (element-type utf8 guint): the pages of the anchors
 * @cancellable: (nullable): gives up
 *
 * Pages that are filled from the top to the bottom, one after another, each with a
 * running title and its number. In points.
 *
 * To know how many there are, all is drawn twice, the first time onto nothing: so no
 * page has to be kept, however many there are.
 */
typedef struct
{
  cairo_t *cr;
  PangoContext *context;
  const OnsitePaper *paper;
  gboolean mirrored;
  const char *language;
  char *title;
  double left;
  double width;
  double bottom;
  double y;
  guint page;
  guint n_pages;
  GHashTable *anchors;
  GCancellable *cancellable;
} OnsitePdf;

/** onsite_pdf_ink: what is read; with a contrast of 4.5 to white at least. */
extern const OnsiteColour onsite_pdf_ink;

/** onsite_pdf_quiet: what says something about it; with the same contrast at least. */
extern const OnsiteColour onsite_pdf_quiet;

/** onsite_pdf_line: rules and boxes. */
extern const OnsiteColour onsite_pdf_line;

/**
 * onsite_pdf_new:
 * @surface: what is drawn onto
 * @paper: how large a page is
 * @title: what stands on top of each
 * @language: BCP 47 tag of the language of what isn't the interface's; has to stay
 * @counted: (nullable): the same pages, drawn onto nothing to count them
 * @cancellable: (nullable): to give up by; has to stay
 *
 * Begins the first page.
 *
 * Returns: (transfer full): it
 */
OnsitePdf *onsite_pdf_new (cairo_surface_t *surface,
                           const OnsitePaper *paper,
                           const char *title,
                           const char *language,
                           const OnsitePdf *counted,
                           GCancellable *cancellable);

/**
 * onsite_pdf_free:
 * @self: (transfer full): pages
 *
 * Frees pages; the surface stays, and has what onsite_pdf_end() put down.
 */
void onsite_pdf_free (OnsitePdf *self);

/**
 * onsite_pdf_is_over:
 * @self: pages
 *
 * Returns: whether there is no use in going on: it was given up, or can't be written
 */
gboolean onsite_pdf_is_over (OnsitePdf *self);

/**
 * onsite_pdf_break:
 * @self: pages
 *
 * Goes on at the top of the next page.
 */
void onsite_pdf_break (OnsitePdf *self);

/**
 * onsite_pdf_end:
 * @self: pages
 *
 * Puts the last page down; nothing may be drawn after it.
 */
void onsite_pdf_end (OnsitePdf *self);

/**
 * onsite_pdf_get_room:
 * @self: pages
 *
 * Returns: how much is free below, in points
 */
double onsite_pdf_get_room (const OnsitePdf *self);

/**
 * onsite_pdf_is_at_top:
 * @self: pages
 *
 * Returns: whether nothing is on the page yet but its running title
 */
gboolean onsite_pdf_is_at_top (const OnsitePdf *self);

/**
 * onsite_pdf_skip:
 * @self: pages
 * @height: in points
 *
 * Leaves that much free, but not at the top of a page.
 */
void onsite_pdf_skip (OnsitePdf *self, double height);

/**
 * onsite_pdf_need:
 * @self: pages
 * @height: in points
 *
 * Goes on to the next page where less than that is free, unless at the top.
 */
void onsite_pdf_need (OnsitePdf *self, double height);

/**
 * onsite_pdf_get_x:
 * @self: pages
 * @start: how far from where a line begins
 * @width: of what is drawn there
 *
 * Returns: where its left side is, in either direction
 */
double onsite_pdf_get_x (const OnsitePdf *self, double start, double width);

/**
 * onsite_pdf_set_colour:
 * @self: pages
 * @colour: a colour
 *
 * Draws in it from now on.
 */
void onsite_pdf_set_colour (OnsitePdf *self, const OnsiteColour *colour);

/**
 * onsite_pdf_begin:
 * @self: pages
 * @tag: the name that PDF has for it, such as "H1"
 *
 * Begins an element of the document's structure; onsite_pdf_end_tag() ends it.
 */
void onsite_pdf_begin (OnsitePdf *self, const char *tag);

/**
 * onsite_pdf_end_tag:
 * @self: pages
 * @tag: what was begun last
 *
 * Ends an element of the document's structure.
 */
void onsite_pdf_end_tag (OnsitePdf *self, const char *tag);

/**
 * onsite_pdf_add_anchor:
 * @self: pages
 * @anchor: a name without quotes in it
 *
 * Names this place, to be led to.
 */
void onsite_pdf_add_anchor (OnsitePdf *self, const char *anchor);

/**
 * onsite_pdf_find_page:
 * @self: pages
 * @anchor: a name
 *
 * Returns: the number of the page with this anchor; 0 as long as nobody knows it
 */
guint onsite_pdf_find_page (const OnsitePdf *self, const char *anchor);

/**
 * onsite_pdf_begin_link:
 * @self: pages
 * @anchor: a name without quotes in it
 *
 * Begins what leads to an anchor; onsite_pdf_end_link() ends it.
 */
void onsite_pdf_begin_link (OnsitePdf *self, const char *anchor);

/**
 * onsite_pdf_end_link:
 * @self: pages
 *
 * Ends what leads to an anchor.
 */
void onsite_pdf_end_link (OnsitePdf *self);

/**
 * onsite_pdf_draw_rule:
 * @self: pages
 * @y: where, in points
 *
 * Draws a thin line over the width of the page.
 */
void onsite_pdf_draw_rule (OnsitePdf *self, double y);

/**
 * ONSITE_PDF_LINE_STEP:
 *
 * How far lines to write on are from one another, in points: wide ruled, as in
 * schoolbooks.
 */
#define ONSITE_PDF_LINE_STEP 22.0

/**
 * onsite_pdf_draw_lines:
 * @self: pages
 * @n: how many
 *
 * Draws lines to write on below what is there, on over as many pages as they take.
 */
void onsite_pdf_draw_lines (OnsitePdf *self, guint n);

/**
 * onsite_pdf_draw_box:
 * @self: pages
 * @x: its left side, in points
 * @y: its upper side
 * @side: how wide and how high it is
 * @is_filled: whether it is
 *
 * Draws a square, to be ticked.
 */
void onsite_pdf_draw_box (OnsitePdf *self, double x, double y, double side, gboolean is_filled);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsitePdf, onsite_pdf_free)

G_END_DECLS
