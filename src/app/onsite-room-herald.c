/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-room-herald.h"

#include <glib/gi18n-lib.h>

#include "onsite-announce.h"
#include "onsite-room-words.h"

struct _OnsiteRoomHerald
{
  GObject parent_instance;

  OnsiteRehearsal *rehearsal;
  GtkWidget *room;
  OnsitePhase phase;
  gboolean is_interjecting;
  gboolean was_spoken; /* what is asked now */
  gboolean is_unsaved;
  gint64 remaining_ms;
  char *trouble; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (OnsiteRoomHerald, onsite_room_herald, G_TYPE_OBJECT)

static void
announce (OnsiteRoomHerald *self, const char *text)
{
  if (text != NULL && *text != '\0')
    onsite_announce (self->room, text);
}

static void
announce_question (OnsiteRoomHerald *self)
{
  g_autofree char *prompt = NULL;
  g_autofree char *where = NULL;
  g_autofree char *text = NULL;
  guint question, n_questions, turn;
  gboolean curveball;

  g_object_get (self->rehearsal,
                "prompt",
                &prompt,
                "question-index",
                &question,
                "n-questions",
                &n_questions,
                "turn",
                &turn,
                "curveball",
                &curveball,
                NULL);
  where = onsite_room_words_question (question, n_questions, turn, curveball);
  /* Translators: read out: where one is, such as "Question 2 of 6", and what is there. */
  text = g_strdup_printf (C_ ("announcement", "%s. %s"), where, prompt);
  announce (self, text);
}

static void
prompt_changed_cb (OnsiteRoomHerald *self)
{
  g_object_get (self->rehearsal, "speaking", &self->was_spoken, NULL);
}

static void
speaking_changed_cb (OnsiteRoomHerald *self)
{
  gboolean speaking;

  g_object_get (self->rehearsal, "speaking", &speaking, NULL);
  self->was_spoken |= speaking;
}

static void
phase_changed_cb (OnsiteRoomHerald *self)
{
  OnsitePhase before = self->phase;
  gint64 grace_ms;

  self->phase = onsite_rehearsal_get_phase (self->rehearsal);
  if (self->phase == before)
    return;

  g_object_get (self->rehearsal, "grace-remaining-ms", &grace_ms, NULL);
  if (self->phase == ONSITE_PHASE_ANSWERING && !self->was_spoken)
    announce_question (self);
  self->was_spoken |= self->phase == ONSITE_PHASE_ANSWERING;

  if (self->phase != ONSITE_PHASE_ASKING)
    {
      g_autofree char *text = onsite_room_words_turned (self->phase, grace_ms);

      announce (self, text);
    }
}

static void
interjecting_changed_cb (OnsiteRoomHerald *self)
{
  gboolean was_interjecting = self->is_interjecting;

  g_object_get (self->rehearsal, "interjecting", &self->is_interjecting, NULL);
  if (self->is_interjecting && !was_interjecting)
    /* Translators: the interviewer says something that changes the question. */
    announce (self, C_ ("announcement", "Something has changed."));
}

static void
remaining_changed_cb (OnsiteRoomHerald *self)
{
  gint64 before_ms = self->remaining_ms;
  g_autofree char *text = NULL;

  g_object_get (self->rehearsal, "remaining-ms", &self->remaining_ms, NULL);
  text = onsite_room_words_warning (before_ms, self->remaining_ms);
  announce (self, text);
}

static void
unsaved_changed_cb (OnsiteRoomHerald *self)
{
  gboolean was_unsaved = self->is_unsaved;
  gint64 unsaved_ms;

  g_object_get (self->rehearsal, "unsaved-ms", &unsaved_ms, NULL);
  self->is_unsaved = unsaved_ms > 0;
  if (self->is_unsaved && !was_unsaved)
    {
      g_autofree char *text = onsite_room_words_unsaved (unsaved_ms);

      announce (self, text);
    }
  else if (!self->is_unsaved && was_unsaved)
    announce (self, C_ ("announcement", "Everything is saved again."));
}

static void
trouble_changed_cb (OnsiteRoomHerald *self)
{
  g_autofree char *before = g_steal_pointer (&self->trouble);

  g_object_get (self->rehearsal, "trouble", &self->trouble, NULL);
  if (g_strcmp0 (self->trouble, before) != 0)
    announce (self, self->trouble);
}

static void
onsite_room_herald_dispose (GObject *object)
{
  g_clear_object (&ONSITE_ROOM_HERALD (object)->rehearsal);

  G_OBJECT_CLASS (onsite_room_herald_parent_class)->dispose (object);
}

static void
onsite_room_herald_finalize (GObject *object)
{
  g_free (ONSITE_ROOM_HERALD (object)->trouble);

  G_OBJECT_CLASS (onsite_room_herald_parent_class)->finalize (object);
}

static void
onsite_room_herald_class_init (OnsiteRoomHeraldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = onsite_room_herald_dispose;
  G_OBJECT_CLASS (klass)->finalize = onsite_room_herald_finalize;
}

static void
onsite_room_herald_init (OnsiteRoomHerald *self)
{
}

OnsiteRoomHerald *
onsite_room_herald_new (OnsiteRehearsal *rehearsal, GtkWidget *room)
{
  static const struct
  {
    const char *signal;
    GCallback callback;
  } heard[] = {
    { "notify::prompt", G_CALLBACK (prompt_changed_cb) },
    { "notify::speaking", G_CALLBACK (speaking_changed_cb) },
    { "notify::interjecting", G_CALLBACK (interjecting_changed_cb) },
    { "notify::phase", G_CALLBACK (phase_changed_cb) },
    { "notify::remaining-ms", G_CALLBACK (remaining_changed_cb) },
    { "notify::unsaved-ms", G_CALLBACK (unsaved_changed_cb) },
    { "notify::trouble", G_CALLBACK (trouble_changed_cb) },
  };
  OnsiteRoomHerald *self;

  g_return_val_if_fail (ONSITE_IS_REHEARSAL (rehearsal), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (room), NULL);

  self = g_object_new (ONSITE_TYPE_ROOM_HERALD, NULL);
  self->rehearsal = g_object_ref (rehearsal);
  self->room = room;
  self->phase = onsite_rehearsal_get_phase (rehearsal);
  for (gsize i = 0; i < G_N_ELEMENTS (heard); i++)
    g_signal_connect_object (rehearsal,
                             heard[i].signal,
                             heard[i].callback,
                             self,
                             G_CONNECT_SWAPPED);

  return self;
}
