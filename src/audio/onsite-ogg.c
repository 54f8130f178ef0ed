/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-ogg.h"

#include "onsite-ogg-writer.h"
#include "onsite-whole-file.h"

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

typedef struct
{
  OnsiteLibrary *library;
  const char *const *clips;
  const OnsiteOggTags *tags;
} Request;

static gboolean
write_file (GFile *file, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const Request *request = user_data;
  g_autoptr (GFileOutputStream) plain = NULL;
  g_autoptr (GOutputStream) output = NULL;

  plain = g_file_create (file, G_FILE_CREATE_NONE, cancellable, error);
  if (!plain)
    return FALSE;
  output = g_buffered_output_stream_new (G_OUTPUT_STREAM (plain));
  return write_stream (request->library,
                       request->clips,
                       request->tags,
                       output,
                       cancellable,
                       error) &&
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
  Request request = { library, clips, tags };

  g_return_val_if_fail (library && clips && file, FALSE);

  return onsite_whole_file_write (file, write_file, &request, cancellable, error);
}
