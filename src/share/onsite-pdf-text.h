/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-pdf.h"

G_BEGIN_DECLS

/**
 * OnsitePdfType:
 * @ONSITE_PDF_BODY: what is read
 * @ONSITE_PDF_SMALL: what says something about it
 * @ONSITE_PDF_TINY: what is looked up
 * @ONSITE_PDF_LABEL: what stands over something
 * @ONSITE_PDF_HEADING: begins a part
 * @ONSITE_PDF_QUESTION: a question
 * @ONSITE_PDF_TITLE: begins the document
 * @ONSITE_PDF_FIGURE: a figure to be seen first
 *
 * Sizes of type.
 */
typedef enum
{
  ONSITE_PDF_BODY,
  ONSITE_PDF_SMALL,
  ONSITE_PDF_TINY,
  ONSITE_PDF_LABEL,
  ONSITE_PDF_HEADING,
  ONSITE_PDF_QUESTION,
  ONSITE_PDF_TITLE,
  ONSITE_PDF_FIGURE,
} OnsitePdfType;

/**
 * OnsitePdfText:
 * @type: how large
 * @tag: (nullable): what it is in the document's structure, a paragraph for %NULL; none
 *   for ""
 * @link: (nullable): the anchor that it leads to
 * @is_theirs: whether it is in the language of the pack, and not in the interface's
 * @is_pinned: whether it begins where a line of the interface begins, whatever direction
 *   it has itself; unless it is theirs, it also runs in the interface's
 * @is_one_line: whether what doesn't fit into a line is left out
 * @is_centred: whether it is in the middle
 * @is_ended: whether it ends where a line of the interface ends
 * @start: how far from where a line begins, in points
 * @width: in points; 0 for all that there is
 *
 * How a text is set.
 */
typedef struct
{
  OnsitePdfType type;
  const char *tag;
  const char *link;
  gboolean is_theirs;
  gboolean is_pinned;
  gboolean is_one_line;
  gboolean is_centred;
  gboolean is_ended;
  double start;
  double width;
} OnsitePdfText;

/**
 * onsite_pdf_write:
 * @self: pages
 * @how: how it is set
 * @text: what; of any length
 *
 * Writes a text below what is there, on over as many pages as it takes, without a
 * character left out. Each line of @text is a paragraph.
 */
void onsite_pdf_write (OnsitePdf *self, const OnsitePdfText *how, const char *text);

/**
 * onsite_pdf_measure:
 * @self: pages
 * @how: how it is set
 * @text: what fits into a cell; what is longer is cut short
 *
 * Returns: how high onsite_pdf_put() makes it, in points
 */
double onsite_pdf_measure (OnsitePdf *self, const OnsitePdfText *how, const char *text);

/**
 * onsite_pdf_put:
 * @self: pages
 * @how: how it is set
 * @y: where, in points
 * @text: what fits into a cell; what is longer is cut short
 *
 * Writes a text at a place, without a break.
 */
void onsite_pdf_put (OnsitePdf *self, const OnsitePdfText *how, double y, const char *text);

/**
 * onsite_pdf_clean:
 * @text: any text
 *
 * Returns: (transfer full): a line of it that cairo takes, in which what can't be shown is
 *   a mark
 */
char *onsite_pdf_clean (const char *text);

/**
 * onsite_pdf_get_pitch:
 * @type: a size of type
 *
 * Returns: how far two lines of it are from one another, in points
 */
double onsite_pdf_get_pitch (OnsitePdfType type);

G_END_DECLS
