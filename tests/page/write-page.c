/* SPDX-License-Identifier: GPL-3.0-or-later */

/* write-page CAPSULE.json SOUNDS LOCALES PAGE.html: the page of a capsule that a test
 * wrote down, with the sound of its clips from SOUNDS/ID.opus. */

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <locale.h>

#include "share/onsite-capsule-html.h"

static char *
get_text (JsonObject *object, const char *name)
{
  return g_strdup (json_object_get_string_member_with_default (object, name, ""));
}

static gint64
get_number (JsonObject *object, const char *name, gint64 otherwise)
{
  return json_object_get_int_member_with_default (object, name, otherwise);
}

static GPtrArray *
read_array (JsonObject *object, const char *name, gpointer (*read) (JsonObject *))
{
  GPtrArray *items = g_ptr_array_new ();
  JsonArray *array = json_object_get_array_member (object, name);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_ptr_array_add (items, read (json_array_get_object_element (array, i)));

  return items;
}

static GStrv
read_ids (JsonObject *object, const char *name)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  JsonArray *array = json_object_get_array_member (object, name);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_strv_builder_add (ids, json_array_get_string_element (array, i));

  return g_strv_builder_end (ids);
}

static gpointer
read_name (JsonObject *object)
{
  OnsiteCapsuleName *self = g_new0 (OnsiteCapsuleName, 1);

  self->id = get_text (object, "id");
  self->name = get_text (object, "name");

  return self;
}

static gpointer
read_round (JsonObject *object)
{
  OnsiteCapsuleRound *self = g_new0 (OnsiteCapsuleRound, 1);

  self->id = get_text (object, "id");
  self->title = get_text (object, "title");

  return self;
}

static gpointer
read_exhibit (JsonObject *object)
{
  OnsiteCapsuleExhibit *self = g_new0 (OnsiteCapsuleExhibit, 1);

  self->id = get_text (object, "id");
  self->title = get_text (object, "title");
  self->words = get_text (object, "words");

  return self;
}

static gpointer
read_turn (JsonObject *object)
{
  OnsiteCapsuleTurn *self = g_new0 (OnsiteCapsuleTurn, 1);

  self->prompt = get_text (object, "prompt");
  if (json_object_has_member (object, "clip"))
    {
      self->clip = g_new0 (OnsiteCapsuleClip, 1);
      self->clip->id = get_text (json_object_get_object_member (object, "clip"), "id");
    }

  return self;
}

static gpointer
read_mark (JsonObject *object)
{
  OnsiteCapsuleMark *self = g_new0 (OnsiteCapsuleMark, 1);

  self->from_ms = get_number (object, "from_ms", -1);
  self->to_ms = get_number (object, "to_ms", -1);
  self->note = get_text (object, "note");

  return self;
}

static gpointer
read_evidence (JsonObject *object)
{
  OnsiteCapsuleEvidence *self = g_new0 (OnsiteCapsuleEvidence, 1);
  g_autofree char *kind = get_text (object, "kind");

  self->kind = g_str_equal (kind, "checklist") ? ONSITE_TARGET_CHECKLIST : ONSITE_TARGET_PRINCIPLE;
  self->target = get_text (object, "target");
  self->source = ONSITE_SOURCE_HEARD;
  self->from_ms = get_number (object, "from_ms", -1);
  self->to_ms = get_number (object, "to_ms", -1);

  return self;
}

static gpointer
read_take (JsonObject *object)
{
  OnsiteCapsuleTake *self = g_new0 (OnsiteCapsuleTake, 1);

  self->current = json_object_get_boolean_member (object, "current");
  self->turns = read_array (object, "turns", read_turn);
  self->marks = read_array (object, "marks", read_mark);
  self->evidence = read_array (object, "evidence", read_evidence);

  return self;
}

static gpointer
read_answer (JsonObject *object)
{
  OnsiteCapsuleAnswer *self = g_new0 (OnsiteCapsuleAnswer, 1);
  JsonObject *asked = json_object_get_object_member (object, "asked");

  self->round = (guint) get_number (object, "round", 0);
  self->number = (guint) get_number (object, "number", 0);
  self->text = get_text (json_object_get_object_member (object, "question"), "text");
  if (json_object_has_member (object, "exhibit"))
    self->exhibit = get_text (object, "exhibit");
  self->listen_for = get_text (object, "listen_for");
  self->note = get_text (object, "note");
  self->principles = read_ids (asked, "principles");
  self->checklist = read_ids (asked, "checklist");
  self->takes = read_array (object, "takes", read_take);

  return self;
}

static OnsiteCapsule *
read_capsule (JsonObject *object)
{
  OnsiteCapsule *self = g_new0 (OnsiteCapsule, 1);
  JsonObject *loop = json_object_get_object_member (object, "loop");

  self->blind = json_object_get_boolean_member (object, "blind");
  if (json_object_has_member (object, "candidate"))
    self->candidate = get_text (object, "candidate");
  self->level_name = get_text (json_object_get_object_member (loop, "level"), "name");
  self->pack_title = get_text (json_object_get_object_member (loop, "pack"), "title");
  self->principles = read_array (object, "principles", read_name);
  self->checklist = read_array (object, "checklist", read_name);
  self->rounds = read_array (object, "rounds", read_round);
  self->exhibits = read_array (object, "exhibits", read_exhibit);
  self->answers = read_array (object, "answers", read_answer);

  return self;
}

static gboolean
copy_sound (const OnsiteCapsuleClip *clip,
            GOutputStream *output,
            gpointer user_data,
            GCancellable *cancellable,
            GError **error)
{
  g_autofree char *name = g_strconcat (clip->id, ".opus", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (user_data, name, NULL);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, cancellable, NULL, error);

  return bytes && g_output_stream_write_all (output,
                                             g_bytes_get_data (bytes, NULL),
                                             g_bytes_get_size (bytes),
                                             NULL,
                                             cancellable,
                                             error);
}

/* It lives as briefly as the program, which gives nothing back. */
int
main (int argc, char **argv)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autofree char *document = NULL;

  g_assert_cmpint (argc, ==, 5);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, argv[3]);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  g_file_get_contents (argv[1], &document, NULL, &error);
  g_assert_no_error (error);
  json_parser_load_from_data (parser, document, -1, &error);
  g_assert_no_error (error);
  file = g_file_new_for_path (argv[4]);
  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  g_assert_no_error (error);
  onsite_capsule_html_write (read_capsule (json_node_get_object (json_parser_get_root (parser))),
                             document,
                             copy_sound,
                             argv[2],
                             G_OUTPUT_STREAM (stream),
                             NULL,
                             &error);
  g_assert_no_error (error);

  return 0;
}
