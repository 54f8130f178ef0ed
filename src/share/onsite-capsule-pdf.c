/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "onsite-capsule-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "onsite-pdf-answer.h"
#include "onsite-pdf-matrix.h"
#include "onsite-pdf-next.h"
#include "onsite-pdf-summary.h"
#include "onsite-pdf-text.h"

/* So much of a question is seen beside a page. */
#define OUTLINE_LETTERS 80

typedef struct
{
  const OnsiteCapsule *capsule;
  const OnsitePaper *paper;
  GOutputStream *stream;
  OnsiteProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
  GError *error;
  guint n_written; /* answers, in both rounds */
  char *title;
} Writing;

/* cairo 1.16 ends in a crash where it is told of a failure in the middle of a page: what
 * follows one goes nowhere. */
static cairo_status_t
write_bytes (void *closure, const unsigned char *bytes, unsigned int length)
{
  Writing *self = closure;

  if (!self->error)
    g_output_stream_write_all (self->stream, bytes, length, NULL, self->cancellable, &self->error);

  return CAIRO_STATUS_SUCCESS;
}

static gboolean
is_over (const Writing *self, OnsitePdf *pdf)
{
  return self->error || onsite_pdf_is_over (pdf);
}

static void
tell (Writing *self)
{
  self->n_written++;
  if (self->progress)
    self->progress ((double) self->n_written / (2 * self->capsule->answers->len),
                    self->progress_data);
}

static void
write_pages (Writing *self, OnsitePdf *pdf)
{
  onsite_pdf_begin (pdf, "Document");
  onsite_pdf_summary_write (pdf, self->capsule);
  onsite_pdf_matrix_write (pdf, self->capsule);
  for (guint i = 0; i < self->capsule->answers->len && !is_over (self, pdf); i++)
    {
      onsite_pdf_answer_write (pdf, self->capsule, g_ptr_array_index (self->capsule->answers, i));
      tell (self);
    }
  if (!is_over (self, pdf))
    onsite_pdf_next_write (pdf, self->capsule);
  onsite_pdf_end_tag (pdf, "Document");
  onsite_pdf_end (pdf);
}

/* Onto nothing. */
static OnsitePdf *
count_pages (Writing *self)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 0, 0);
  OnsitePdf *pdf = onsite_pdf_new (surface,
                                   self->paper,
                                   self->title,
                                   self->capsule->language,
                                   NULL,
                                   self->cancellable);

  write_pages (self, pdf);
  cairo_surface_destroy (surface);

  return pdf;
}

static char *
make_entry (const char *text)
{
  g_autofree char *line = onsite_pdf_clean (text);
  g_autofree char *begin = NULL;

  if (g_utf8_strlen (line, -1) <= OUTLINE_LETTERS)
    return g_steal_pointer (&line);
  begin = g_utf8_substring (line, 0, OUTLINE_LETTERS);

  return g_strconcat (g_strchomp (begin), "…", NULL);
}

static int
add_entry (cairo_surface_t *surface, int parent, const char *text, const char *anchor)
{
  g_autofree char *line = make_entry (text);
  g_autofree char *link = g_strdup_printf ("dest='%s'", anchor);

  return cairo_pdf_surface_add_outline (surface,
                                        parent,
                                        line,
                                        link,
                                        parent == CAIRO_PDF_OUTLINE_ROOT
                                            ? CAIRO_PDF_OUTLINE_FLAG_OPEN
                                            : (cairo_pdf_outline_flags_t) 0);
}

/* Answers are found below their rounds. */
static void
add_outline (const OnsiteCapsule *capsule, cairo_surface_t *surface)
{
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  add_entry (surface, parent, C_ ("paper", "Summary"), "summary");
  add_entry (surface, parent, C_ ("report", "What the answers show"), "matrix");
  for (guint i = 0; i < capsule->answers->len; i++)
    {
      const OnsiteCapsuleAnswer *answer = g_ptr_array_index (capsule->answers, i);
      const OnsiteCapsuleAnswer *before = i > 0 ? g_ptr_array_index (capsule->answers, i - 1)
                                                : NULL;
      const OnsiteCapsuleRound *round = g_ptr_array_index (capsule->rounds, answer->round);
      g_autofree char *anchor = onsite_pdf_make_anchor (answer);
      g_autofree char *text = g_strdup_printf ("%u · %s", answer->number, answer->text);

      if (!before || before->round != answer->round)
        parent = add_entry (surface, CAIRO_PDF_OUTLINE_ROOT, round->title, anchor);
      add_entry (surface, parent, text, anchor);
    }
  add_entry (surface, CAIRO_PDF_OUTLINE_ROOT, C_ ("paper", "Gaps and next steps"), "next");
}

static void
set_metadata (const Writing *self, cairo_surface_t *surface)
{
  g_autofree char *author = self->capsule->candidate ? onsite_pdf_clean (self->capsule->candidate)
                                                     : NULL;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  if (author)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Onsite " PACKAGE_VERSION);
  /* cairo would say when this was; no time of the day leaves. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
}

static cairo_status_t
draw_pages (Writing *self, const OnsitePdf *counted)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_bytes,
                                                                  self,
                                                                  self->paper->width,
                                                                  self->paper->height);
  OnsitePdf *pdf;
  cairo_status_t status;

  set_metadata (self, surface);
  add_outline (self->capsule, surface);
  pdf = onsite_pdf_new (surface,
                        self->paper,
                        self->title,
                        self->capsule->language,
                        counted,
                        self->cancellable);
  write_pages (self, pdf);
  status = cairo_status (pdf->cr);
  onsite_pdf_free (pdf);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return status;
}

static gboolean
take_failure (Writing *self, cairo_status_t status, GError **error)
{
  if (self->error)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return TRUE;
    }
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return TRUE;
  if (status == CAIRO_STATUS_SUCCESS)
    return FALSE;
  g_set_error (error,
               ONSITE_SHARE_ERROR,
               ONSITE_SHARE_ERROR_FAILED,
               C_ ("error", "The pages could not be drawn: %s."),
               cairo_status_to_string (status));

  return TRUE;
}

gboolean
onsite_capsule_pdf_write (const OnsiteCapsule *self,
                          const OnsitePaper *paper,
                          GOutputStream *stream,
                          OnsiteProgressFunc progress,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error)
{
  Writing writing = { self, paper, stream, progress, user_data, cancellable, NULL, 0, NULL };
  g_autofree char *title = NULL;
  g_autoptr (OnsitePdf) counted = NULL;
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (paper != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  title = onsite_pdf_summary_make_title (self);
  writing.title = onsite_pdf_clean (title);
  counted = count_pages (&writing);
  if (!g_cancellable_is_cancelled (cancellable))
    status = draw_pages (&writing, counted);
  g_free (writing.title);

  return !take_failure (&writing, status, error);
}
