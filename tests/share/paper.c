/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper.h"

#include <glib/gstdio.h>
#include <string.h>

static void
write_out (GFile *file, const OnsiteCapsule *capsule, const char *size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileOutputStream) stream = g_file_replace (file,
                                                         NULL,
                                                         FALSE,
                                                         G_FILE_CREATE_NONE,
                                                         NULL,
                                                         &error);

  g_assert_no_error (error);
  onsite_capsule_pdf_write (capsule,
                            onsite_paper_find (size),
                            G_OUTPUT_STREAM (stream),
                            NULL,
                            NULL,
                            NULL,
                            &error);
  g_assert_no_error (error);
  g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &error);
  g_assert_no_error (error);
}

Paper *
paper_new (const OnsiteCapsule *capsule, const char *size)
{
  Paper *self = g_new0 (Paper, 1);
  g_autoptr (GFile) file = NULL;

  self->folder = g_dir_make_tmp ("onsite-paper-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "paper.pdf", NULL);
  file = g_file_new_for_path (self->path);
  write_out (file, capsule, size);

  return self;
}

void
paper_free (Paper *self)
{
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

static char *
run (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments,
                                                       G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                                       &error);
  char *output = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  return output;
}

char *
paper_ask (const Paper *self, const char *tool, const char *option)
{
  const char *const arguments[] = { tool,
                                    option ? option : self->path,
                                    option ? self->path : NULL,
                                    NULL };

  return run (arguments);
}

static char *
join_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\r\f\t", -1);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; words[i]; i++)
    if (*words[i])
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", words[i]);

  return g_string_free (joined, FALSE);
}

static char *
read_all (const Paper *self)
{
  const char *const arguments[] = { "pdftotext", "-enc", "UTF-8", self->path, "-", NULL };

  return run (arguments);
}

char *
paper_read (const Paper *self)
{
  g_autofree char *text = read_all (self);

  return join_words (text);
}

/* A form feed ends each. */
GStrv
paper_read_pages (const Paper *self)
{
  g_autofree char *text = read_all (self);
  g_auto (GStrv) parts = g_strsplit (text, "\f", -1);
  GStrv pages = g_new0 (char *, g_strv_length (parts));

  for (guint i = 0; parts[i + 1]; i++)
    pages[i] = join_words (parts[i]);

  return pages;
}

char *
paper_outline (const Paper *self)
{
  const char *const arguments[] = { "pdftohtml", "-xml", "-i", "-stdout", self->path, NULL };
  g_autofree char *xml = run (arguments);
  const char *outline = strstr (xml, "<outline>");

  g_assert_nonnull (outline);

  return g_strdup (outline);
}

guint
paper_count_pages (const Paper *self)
{
  g_autofree char *told = paper_ask (self, "pdfinfo", NULL);
  const char *at = strstr (told, "\nPages:");

  g_assert_nonnull (at);

  return (guint) g_ascii_strtoull (g_strchug ((char *) at + strlen ("\nPages:")), NULL, 10);
}
