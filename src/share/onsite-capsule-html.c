/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-capsule-html.h"

#include "onsite-base64-stream.h"
#include "onsite-html-text.h"
#include "onsite-page-body.h"
#include "onsite-page-resources.h"
#include "onsite-page-words.h"

#define FOLDER "/io/github/onsite/Onsite/share/"

/* One script, in the order in which its parts need each other. */
static const char *const scripts[] = {
  "page/base.js",   "page/words.js", "page/webm.js",     "page/joint.js", "page/review.js",
  "page/player.js", "page/signs.js", "page/waveform.js", "page/turn.js",  "page/answer.js",
  "page/matrix.js", "page/keys.js",  "page/main.js",
};

typedef struct
{
  const OnsiteCapsule *capsule;
  const char *document;
  OnsiteCapsuleSoundFunc sound;
  gpointer user_data;
  GOutputStream *stream;
  GCancellable *cancellable;
} Writing;

typedef gboolean (*WriteFunc) (const Writing *self, GError **error);

/* Not every stream looks at the cancellable. */
static gboolean
write_text (const Writing *self, const char *text, gsize length, GError **error)
{
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error) &&
         g_output_stream_write_all (self->stream, text, length, NULL, self->cancellable, error);
}

static gboolean
write_string (const Writing *self, const GString *string, GError **error)
{
  return write_text (self, string->str, string->len, error);
}

static gboolean
write_escaped (const Writing *self, const char *text, GError **error)
{
  g_autoptr (GString) html = g_string_new (NULL);

  onsite_html_text_append (html, text);

  return write_string (self, html, error);
}

static gboolean
write_data (const Writing *self, const char *json, GError **error)
{
  g_autoptr (GString) html = g_string_new (NULL);

  onsite_html_text_append_data (html, json);

  return write_string (self, html, error);
}

static void
append_resource (GString *text, const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (onsite_page_get_resource (),
                                                     path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                     NULL);

  g_assert (bytes != NULL);
  g_string_append_len (text, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
}

static GString *
load_style (void)
{
  GString *style = g_string_new (NULL);

  append_resource (style, "page.css");

  return style;
}

static GString *
load_script (void)
{
  GString *script = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    append_resource (script, scripts[i]);

  return script;
}

/* As a Content-Security-Policy wants it: CSP level 3, section 2.3.1. */
static gboolean
write_hash (const Writing *self, const GString *text, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  g_autofree char *coded = NULL;
  g_autofree char *hash = NULL;

  g_checksum_update (checksum, (const guchar *) text->str, (gssize) text->len);
  g_checksum_get_digest (checksum, digest, &length);
  coded = g_base64_encode (digest, length);
  hash = g_strconcat ("sha256-", coded, NULL);

  return write_text (self, hash, strlen (hash), error);
}

static gboolean
write_language (const Writing *self, GError **error)
{
  return write_escaped (self, onsite_page_words_get_language (), error);
}

static gboolean
write_direction (const Writing *self, GError **error)
{
  return write_escaped (self, onsite_page_words_get_direction (), error);
}

static gboolean
write_title (const Writing *self, GError **error)
{
  g_autofree char *title = onsite_page_body_get_title (self->capsule);

  return write_escaped (self, title, error);
}

static gboolean
write_style_hash (const Writing *self, GError **error)
{
  g_autoptr (GString) style = load_style ();

  return write_hash (self, style, error);
}

static gboolean
write_script_hash (const Writing *self, GError **error)
{
  g_autoptr (GString) script = load_script ();

  return write_hash (self, script, error);
}

static gboolean
write_style (const Writing *self, GError **error)
{
  g_autoptr (GString) style = load_style ();

  return write_string (self, style, error);
}

static gboolean
write_script (const Writing *self, GError **error)
{
  g_autoptr (GString) script = load_script ();

  return write_string (self, script, error);
}

static gboolean
write_body (const Writing *self, GError **error)
{
  g_autoptr (GString) html = g_string_new (NULL);

  onsite_page_body_append (html, self->capsule);

  return write_string (self, html, error);
}

static gboolean
write_words (const Writing *self, GError **error)
{
  g_autofree char *words = onsite_page_words_to_json ();

  return write_data (self, words, error);
}

static gboolean
write_document (const Writing *self, GError **error)
{
  return write_data (self, self->document, error);
}

static gboolean
write_sound (const Writing *self, const OnsiteCapsuleClip *clip, GError **error)
{
  g_autoptr (GOutputStream) text = onsite_base64_stream_new (self->stream);

  return self->sound (clip, text, self->user_data, self->cancellable, error) &&
         g_output_stream_close (text, self->cancellable, error);
}

static gboolean
write_clip (const Writing *self, const OnsiteCapsuleClip *clip, GError **error)
{
  g_autoptr (GString) start = g_string_new ("<script type=\"text/plain\" id=\"sound-");
  const char *end = "</script>\n";

  onsite_html_text_append (start, clip->id);
  g_string_append (start, "\">");

  return write_string (self, start, error) && write_sound (self, clip, error) &&
         write_text (self, end, strlen (end), error);
}

static gboolean
write_take (const Writing *self, const OnsiteCapsuleTake *take, GError **error)
{
  for (guint i = 0; i < take->turns->len; i++)
    {
      const OnsiteCapsuleTurn *turn = g_ptr_array_index (take->turns, i);

      if (turn->clip && !write_clip (self, turn->clip, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_sounds (const Writing *self, GError **error)
{
  for (guint i = 0; self->sound && i < self->capsule->answers->len; i++)
    {
      const OnsiteCapsuleAnswer *answer = g_ptr_array_index (self->capsule->answers, i);

      for (guint j = 0; j < answer->takes->len; j++)
        {
          if (!write_take (self, g_ptr_array_index (answer->takes, j), error))
            return FALSE;
        }
    }

  return TRUE;
}

/* What stands between two @ in page.html. */
static const struct
{
  const char *name;
  WriteFunc write;
} places[] = {
  { "LANGUAGE", write_language },
  { "DIRECTION", write_direction },
  { "SCRIPT_HASH", write_script_hash },
  { "STYLE_HASH", write_style_hash },
  { "TITLE", write_title },
  { "STYLE", write_style },
  { "BODY", write_body },
  { "LANGUAGE_DATA", write_words },
  { "CAPSULE", write_document },
  { "SOUNDS", write_sounds },
  { "SCRIPT", write_script },
};

static gboolean
write_place (const Writing *self, const char *name, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      if (g_str_equal (places[i].name, name))
        return places[i].write (self, error);
    }

  g_assert_not_reached ();
}

gboolean
onsite_capsule_html_write (const OnsiteCapsule *self,
                           const char *document,
                           OnsiteCapsuleSoundFunc sound,
                           gpointer user_data,
                           GOutputStream *stream,
                           GCancellable *cancellable,
                           GError **error)
{
  Writing writing = { self, document, sound, user_data, stream, cancellable };
  g_autoptr (GString) page = g_string_new (NULL);
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (document != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  append_resource (page, "page.html");
  parts = g_strsplit (page->str, "@", -1);
  for (guint i = 0; parts[i]; i++)
    {
      gboolean written = i % 2 == 0 ? write_text (&writing, parts[i], strlen (parts[i]), error)
                                    : write_place (&writing, parts[i], error);

      if (!written)
        return FALSE;
    }

  return TRUE;
}
