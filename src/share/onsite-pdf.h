/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <pango/pangocairo.h>

#include "drawing/onsite-waveform.h"
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

/** What is printed in; each has a contrast of 4.5 to white at least. */
extern const OnsiteColour onsite_pdf_ink;
extern const OnsiteColour onsite_pdf_quiet;
/** Of rules and boxes. */
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
void onsite_pdf_free (OnsitePdf *self);

/**
 * onsite_pdf_is_over:
 * @self: pages
 *
 * Returns: whether there is no use in going on: it was given up, or can't be written
 */
gboolean onsite_pdf_is_over (OnsitePdf *self);

/** Goes on at the top of the next page. */
void onsite_pdf_break (OnsitePdf *self);

/** Puts the last page down; nothing may be drawn after it. */
void onsite_pdf_end (OnsitePdf *self);

/** How much is free below. */
double onsite_pdf_get_room (const OnsitePdf *self);

gboolean onsite_pdf_is_at_top (const OnsitePdf *self);

/** Leaves @height free, but not at the top of a page. */
void onsite_pdf_skip (OnsitePdf *self, double height);

/** Goes on to the next page where less than @height is free, unless at the top. */
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

void onsite_pdf_set_colour (OnsitePdf *self, const OnsiteColour *colour);

/** Begins an element of the document's structure, as PDF names it. */
void onsite_pdf_begin (OnsitePdf *self, const char *tag);
void onsite_pdf_end_tag (OnsitePdf *self, const char *tag);

/** Names this place, to be led to. @anchor has no quotes in it. */
void onsite_pdf_add_anchor (OnsitePdf *self, const char *anchor);

/** Returns: the number of the page with this anchor; 0 as long as nobody knows it. */
guint onsite_pdf_find_page (const OnsitePdf *self, const char *anchor);

/** Begins what leads to an anchor. */
void onsite_pdf_begin_link (OnsitePdf *self, const char *anchor);
void onsite_pdf_end_link (OnsitePdf *self);

/** A thin line over the width of the page, at @y. */
void onsite_pdf_draw_rule (OnsitePdf *self, double y);

/** How far lines to write on are from one another, in points: wide ruled, as in schoolbooks. */
#define ONSITE_PDF_LINE_STEP 22.0

/** Lines to write on below what is there, on over as many pages as they take. */
void onsite_pdf_draw_lines (OnsitePdf *self, guint n);

/** An empty square of this side; filled, if @is_filled. */
void onsite_pdf_draw_box (OnsitePdf *self, double x, double y, double side, gboolean is_filled);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsitePdf, onsite_pdf_free)

G_END_DECLS
