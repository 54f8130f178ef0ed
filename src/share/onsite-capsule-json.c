/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "onsite-capsule-json.h"

#include "onsite-manifest.h"
#include "onsite-share-write.h"

static void
write_name (OnsiteJsonWriter *writer, gconstpointer item)
{
  const OnsiteCapsuleName *name = item;

  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "id", name->id);
  onsite_json_writer_add_string (writer, "name", name->name);
  onsite_share_write_text (writer, "text", name->text);
  onsite_json_writer_end_object (writer);
}

static void
write_vote (OnsiteJsonWriter *writer, gconstpointer item)
{
  const OnsiteCapsuleName *vote = item;

  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "id", vote->id);
  onsite_json_writer_add_string (writer, "name", vote->name);
  onsite_json_writer_add_integer (writer, "value", vote->value);
  onsite_json_writer_end_object (writer);
}

static void
write_dimension (OnsiteJsonWriter *writer, gconstpointer item)
{
  const OnsiteCapsuleDimension *dimension = item;

  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "id", dimension->id);
  onsite_json_writer_add_string (writer, "name", dimension->name);
  onsite_json_writer_member (writer, "anchors");
  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "1", dimension->anchors[0]);
  onsite_json_writer_add_string (writer, "3", dimension->anchors[1]);
  onsite_json_writer_add_string (writer, "5", dimension->anchors[2]);
  onsite_json_writer_end_object (writer);
  onsite_json_writer_end_object (writer);
}

static void
write_round (OnsiteJsonWriter *writer, gconstpointer item)
{
  const OnsiteCapsuleRound *round = item;

  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "id", round->id);
  onsite_json_writer_add_string (writer, "title", round->title);
  onsite_json_writer_add_string (writer, "interviewer", round->interviewer);
  onsite_json_writer_add_boolean (writer, "bar_raiser", round->bar_raiser);
  onsite_share_write_text (writer, "vote", round->vote);
  onsite_json_writer_end_object (writer);
}

static void
write_exhibit (OnsiteJsonWriter *writer, gconstpointer item)
{
  const OnsiteCapsuleExhibit *exhibit = item;

  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "id", exhibit->id);
  onsite_json_writer_add_string (writer, "title", exhibit->title);
  onsite_json_writer_add_string (writer, "svg", exhibit->svg);
  onsite_json_writer_add_string (writer, "words", exhibit->words);
  onsite_json_writer_end_object (writer);
}

static void
write_gap (OnsiteJsonWriter *writer, gconstpointer item)
{
  const OnsiteCapsuleGap *gap = item;

  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_integer (writer, "at_ms", gap->at_ms);
  onsite_json_writer_add_integer (writer, "gap_ms", gap->gap_ms);
  onsite_json_writer_end_object (writer);
}

static void
write_range (OnsiteJsonWriter *writer, gconstpointer item)
{
  const OnsiteCapsuleRange *range = item;

  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_integer (writer, "from_ms", range->from_ms);
  onsite_json_writer_add_integer (writer, "to_ms", range->to_ms);
  onsite_json_writer_end_object (writer);
}

static void
write_cut (OnsiteJsonWriter *writer, gconstpointer item)
{
  const gint64 *at_ms = item;

  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_integer (writer, "at_ms", *at_ms);
  onsite_json_writer_end_object (writer);
}

static void
write_clip (OnsiteJsonWriter *writer, const OnsiteCapsuleClip *clip)
{
  const char *const no_words[] = { NULL };
  gsize n_peaks;
  const guint8 *bytes = g_bytes_get_data (clip->peaks, &n_peaks);
  g_autofree char *peaks = g_base64_encode (bytes, n_peaks);

  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "id", clip->id);
  onsite_json_writer_add_integer (writer, "duration_ms", clip->duration_ms);
  onsite_json_writer_add_string (writer, "peaks", peaks);
  onsite_json_writer_add_integer (writer, "peak_ms", ONSITE_REDACTION_STEP_MS);
  onsite_share_write_structs (writer, "gaps", clip->gaps, write_gap);
  onsite_share_write_structs (writer, "muted", clip->muted, write_range);
  onsite_share_write_structs (writer, "cuts", clip->cuts, write_cut);
  onsite_share_write_structs (writer, "silences", clip->silences, write_range);
  onsite_share_write_strings (writer, "words", no_words);
  onsite_json_writer_end_object (writer);
}

static void
write_turn (OnsiteJsonWriter *writer, gconstpointer item)
{
  const OnsiteCapsuleTurn *turn = item;

  onsite_json_writer_begin_object (writer);
  onsite_share_write_nick (writer, "kind", ONSITE_TYPE_TURN_KIND, (int) turn->kind);
  onsite_json_writer_add_string (writer, "prompt", turn->prompt);
  if (turn->clip)
    {
      onsite_json_writer_member (writer, "clip");
      write_clip (writer, turn->clip);
    }
  onsite_json_writer_end_object (writer);
}

static void
write_mark (OnsiteJsonWriter *writer, gconstpointer item)
{
  const OnsiteCapsuleMark *mark = item;

  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "id", mark->id);
  onsite_json_writer_add_integer (writer, "turn", mark->turn);
  onsite_json_writer_add_integer (writer, "from_ms", mark->from_ms);
  if (mark->to_ms >= 0)
    onsite_json_writer_add_integer (writer, "to_ms", mark->to_ms);
  onsite_json_writer_add_string (writer, "note", mark->note);
  onsite_json_writer_end_object (writer);
}

static void
write_evidence (OnsiteJsonWriter *writer, gconstpointer item)
{
  const OnsiteCapsuleEvidence *evidence = item;

  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "id", evidence->id);
  onsite_share_write_nick (writer, "kind", ONSITE_TYPE_TARGET_KIND, (int) evidence->kind);
  onsite_json_writer_add_string (writer, "target", evidence->target);
  onsite_share_write_nick (writer, "source", ONSITE_TYPE_SOURCE, (int) evidence->source);
  if (evidence->from_ms >= 0)
    {
      onsite_json_writer_add_integer (writer, "turn", evidence->turn);
      onsite_json_writer_add_integer (writer, "from_ms", evidence->from_ms);
      onsite_json_writer_add_integer (writer, "to_ms", evidence->to_ms);
    }
  onsite_json_writer_member (writer, "strength");
  onsite_json_writer_double (writer, evidence->strength);
  onsite_json_writer_end_object (writer);
}

static void
write_rating (OnsiteJsonWriter *writer, gconstpointer item)
{
  const OnsiteRating *rating = item;

  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "dimension", rating->dimension);
  onsite_json_writer_add_integer (writer, "score", rating->score);
  onsite_json_writer_end_object (writer);
}

static void
write_delivery (OnsiteJsonWriter *writer, const OnsiteCapsuleTake *take)
{
  onsite_json_writer_member (writer, "delivery");
  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_integer (writer, "talk_ms", take->talk_ms);
  onsite_json_writer_add_integer (writer, "suggested_ms", take->suggested_ms);
  if (take->silent_share >= 0)
    {
      onsite_json_writer_member (writer, "silent_share");
      onsite_json_writer_double (writer, take->silent_share);
    }
  onsite_json_writer_end_object (writer);
}

static void
write_answered (OnsiteJsonWriter *writer, const OnsiteCapsuleAnswered *answered)
{
  onsite_json_writer_member (writer, "answers");
  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "take", answered->take);
  onsite_json_writer_add_integer (writer, "turn", answered->turn);
  onsite_json_writer_add_integer (writer, "from_ms", answered->from_ms);
  if (answered->to_ms >= 0)
    onsite_json_writer_add_integer (writer, "to_ms", answered->to_ms);
  onsite_json_writer_add_string (writer, "coach", answered->coach);
  onsite_json_writer_add_string (writer, "text", answered->text);
  onsite_json_writer_end_object (writer);
}

static void
write_take (OnsiteJsonWriter *writer, gconstpointer item)
{
  const OnsiteCapsuleTake *take = item;

  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "id", take->id);
  onsite_json_writer_add_integer (writer, "number", take->number);
  onsite_json_writer_add_boolean (writer, "current", take->current);
  if (take->answered)
    write_answered (writer, take->answered);
  onsite_share_write_array (writer, "turns", take->turns, write_turn);
  onsite_share_write_array (writer, "marks", take->marks, write_mark);
  onsite_share_write_array (writer, "evidence", take->evidence, write_evidence);
  if (take->ratings)
    onsite_share_write_array (writer, "ratings", take->ratings, write_rating);
  if (take->has_delivery)
    write_delivery (writer, take);
  onsite_json_writer_end_object (writer);
}

static void
write_question (OnsiteJsonWriter *writer, const OnsiteCapsuleAnswer *answer)
{
  onsite_json_writer_member (writer, "question");
  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "id", answer->question);
  onsite_json_writer_add_string (writer, "text", answer->text);
  onsite_json_writer_add_string (writer, "category", answer->category);
  onsite_json_writer_add_integer (writer, "minutes", (answer->seconds + 59) / 60);
  onsite_json_writer_end_object (writer);
}

static void
write_answer (OnsiteJsonWriter *writer, gconstpointer item)
{
  const OnsiteCapsuleAnswer *answer = item;

  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "id", answer->id);
  onsite_json_writer_add_integer (writer, "round", answer->round);
  onsite_json_writer_add_integer (writer, "number", answer->number);
  write_question (writer, answer);
  onsite_share_write_text (writer, "exhibit", answer->exhibit);
  onsite_share_write_text (writer, "listen_for", answer->listen_for);
  onsite_share_write_text (writer, "note", answer->note);
  onsite_json_writer_member (writer, "asked");
  onsite_json_writer_begin_object (writer);
  onsite_share_write_strings (writer, "principles", (const char *const *) answer->principles);
  onsite_share_write_strings (writer, "checklist", (const char *const *) answer->checklist);
  onsite_json_writer_end_object (writer);
  onsite_share_write_array (writer, "takes", answer->takes, write_take);
  onsite_json_writer_end_object (writer);
}

static void
write_includes (OnsiteJsonWriter *writer, OnsiteIncludes includes)
{
  static const struct
  {
    OnsiteIncludes bit;
    const char *name;
  } all[] = {
    { ONSITE_INCLUDE_AUDIO, "audio" },       { ONSITE_INCLUDE_TRANSCRIPT, "transcript" },
    { ONSITE_INCLUDE_NOTES, "notes" },       { ONSITE_INCLUDE_EVIDENCE, "evidence" },
    { ONSITE_INCLUDE_DELIVERY, "delivery" },
  };

  onsite_json_writer_member (writer, "includes");
  onsite_json_writer_begin_object (writer);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    onsite_json_writer_add_boolean (writer, all[i].name, (includes & all[i].bit) != 0);
  onsite_json_writer_end_object (writer);
}

static void
write_loop (OnsiteJsonWriter *writer, const OnsiteCapsule *self)
{
  onsite_json_writer_member (writer, "loop");
  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "id", self->loop);
  onsite_share_write_nick (writer, "kind", ONSITE_TYPE_LOOP_KIND, (int) self->kind);
  onsite_share_write_nick (writer, "mode", ONSITE_TYPE_MODE, (int) self->mode);
  onsite_json_writer_add_boolean (writer, "sample", self->sample);
  onsite_json_writer_member (writer, "level");
  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "id", self->level);
  onsite_json_writer_add_string (writer, "name", self->level_name);
  onsite_json_writer_end_object (writer);
  onsite_json_writer_member (writer, "pack");
  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "id", self->pack);
  onsite_json_writer_add_string (writer, "version", self->pack_version);
  onsite_json_writer_add_string (writer, "title", self->pack_title);
  onsite_json_writer_add_string (writer, "language", self->language);
  onsite_json_writer_end_object (writer);
  onsite_json_writer_end_object (writer);
}

static void
write_manifest (OnsiteJsonWriter *writer, const OnsiteCapsule *self)
{
  OnsiteCapsuleFigures figures = onsite_capsule_count (self);
  g_auto (GStrv) leaves = onsite_manifest_list_leaving (self);
  g_auto (GStrv) stays = onsite_manifest_list_staying (self);

  onsite_json_writer_member (writer, "manifest");
  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_integer (writer, "answers", figures.n_answers);
  onsite_json_writer_add_integer (writer, "takes", figures.n_takes);
  onsite_json_writer_add_integer (writer, "clips", figures.n_clips);
  onsite_json_writer_add_integer (writer, "audio_ms", figures.audio_ms);
  onsite_share_write_strings (writer, "leaves", (const char *const *) leaves);
  onsite_share_write_strings (writer, "stays", (const char *const *) stays);
  onsite_json_writer_end_object (writer);
}

char *
onsite_capsule_to_json (const OnsiteCapsule *self, gboolean pretty)
{
  g_autoptr (OnsiteJsonWriter) writer = onsite_json_writer_new ();

  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "$schema", "capsule.schema.json");
  onsite_json_writer_add_string (writer, "format", ONSITE_CAPSULE_FORMAT);
  onsite_json_writer_add_integer (writer, "version", ONSITE_CAPSULE_VERSION);
  onsite_json_writer_add_string (writer, "export", self->export);
  onsite_json_writer_add_string (writer, "program", "Onsite " PACKAGE_VERSION);
  onsite_share_write_text (writer, "candidate", self->candidate);
  onsite_json_writer_add_boolean (writer, "blind", self->blind);
  write_includes (writer, self->includes);
  write_loop (writer, self);
  onsite_share_write_array (writer, "principles", self->principles, write_name);
  onsite_share_write_array (writer, "checklist", self->checklist, write_name);
  onsite_share_write_array (writer, "dimensions", self->dimensions, write_dimension);
  onsite_share_write_array (writer, "votes", self->votes, write_vote);
  onsite_share_write_array (writer, "rounds", self->rounds, write_round);
  onsite_share_write_array (writer, "exhibits", self->exhibits, write_exhibit);
  onsite_share_write_array (writer, "answers", self->answers, write_answer);
  write_manifest (writer, self);
  onsite_json_writer_end_object (writer);

  return onsite_json_writer_to_string (writer, pretty);
}
