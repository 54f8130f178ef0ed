/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-ogg.h"

#include <glib/gi18n-lib.h>

#include "onsite-ogg-writer.h"

static GStrv
make_comments (const OnsiteOggTags *tags)
{
  g_autoptr (GStrvBuilder) comments = g_strv_builder_new ();
  const struct
  {
    const char *name;
    const char *value;
  } all[] = { { "TITLE", tags ? tags->title : NULL }, { "ARTIST", tags ? tags->artist : NULL } };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autofree char *comment = g_strconcat (all[i].name, "=", all[i].value, NULL);

      if (all[i].value && *all[i].value)
        g_strv_builder_add (comments, comment);
    }
  return g_strv_builder_end (comments);
}

static gboolean
write_stream (OnsiteLibrary *library,
              const char *const *clips,
              const OnsiteOggTags *tags,
              GOutputStream *output,
              GCancellable *cancellable,
              GError **error)
{
  g_auto (GStrv) comments = make_comments (tags);
  g_autoptr (OnsiteOggWriter) writer = onsite_ogg_writer_new (output,
                                                              (const char *const *) comments);

  for (; *clips; clips++)
    if (!onsite_ogg_writer_copy_clip (writer, library, *clips, cancellable, error))
      return FALSE;
  return onsite_ogg_writer_end (writer, cancellable, error);
}

/* Beside the file, so that it can be moved onto it at once. */
static GFile *
make_temporary (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strdup_printf (".%s.%.8s.part", base, id);

  return g_file_get_child (folder ? folder : file, name);
}

static gboolean
write_file (OnsiteLibrary *library,
            const char *const *clips,
            const OnsiteOggTags *tags,
            GFile *file,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GFileOutputStream) plain = NULL;
  g_autoptr (GOutputStream) output = NULL;

  plain = g_file_create (file, G_FILE_CREATE_NONE, cancellable, error);
  if (!plain)
    return FALSE;
  output = g_buffered_output_stream_new (G_OUTPUT_STREAM (plain));
  return write_stream (library, clips, tags, output, cancellable, error) &&
         g_output_stream_close (output, cancellable, error);
}

gboolean
onsite_ogg_write (OnsiteLibrary *library,
                  const char *const *clips,
                  const OnsiteOggTags *tags,
                  GFile *file,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GFile) temporary = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (library && clips && file, FALSE);

  temporary = make_temporary (file);
  if (write_file (library, clips, tags, temporary, cancellable, error) &&
      g_file_move (temporary, file, G_FILE_COPY_OVERWRITE, cancellable, NULL, NULL, error))
    return TRUE;
  g_file_delete (temporary, NULL, NULL);
  name = g_file_get_parse_name (file);
  g_prefix_error (error, C_ ("error", "“%s” was not written: "), name);
  return FALSE;
}
