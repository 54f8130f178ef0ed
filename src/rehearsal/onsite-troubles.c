/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-troubles.h"

#include <glib/gi18n-lib.h>

#include "audio/onsite-sound-figures.h"
#include "onsite-quiet.h"

/* Sound is committed within 150 ms; what waits longer than this is in trouble. */
#define UNSAVED_IS_TROUBLE_MS 1000

struct _OnsiteTroubles
{
  GObject parent_instance;

  OnsiteMicrophone *microphone;
  OnsiteLibrary *library;
  OnsiteScribe *scribe;
  char *lost;

  /* Whether who answers is heard. */
  double floor_db;
  double loudest_db; /* since it was looked at last */
  gboolean answering;
  OnsiteQuiet quiet;
  OnsiteQuietness quietness;
  char *device; /* (nullable): what the room's level is of */
};

enum
{
  PROP_TROUBLE = 1,
  PROP_UNSAVED_MS,
  PROP_QUIET,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (OnsiteTroubles, onsite_troubles, G_TYPE_OBJECT)

static void
onsite_troubles_finalize (GObject *object)
{
  OnsiteTroubles *self = ONSITE_TROUBLES (object);

  g_clear_object (&self->microphone);
  g_clear_object (&self->library);
  g_clear_object (&self->scribe);
  g_free (self->lost);
  g_free (self->device);

  G_OBJECT_CLASS (onsite_troubles_parent_class)->finalize (object);
}

static void
onsite_troubles_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OnsiteTroubles *self = ONSITE_TROUBLES (object);

  switch (id)
    {
    case PROP_TROUBLE:
      g_value_set_string (value, onsite_troubles_get_trouble (self));
      break;

    case PROP_UNSAVED_MS:
      g_value_set_int64 (value, onsite_troubles_get_unsaved_ms (self));
      break;

    case PROP_QUIET:
      g_value_set_string (value, onsite_troubles_get_quiet (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
onsite_troubles_class_init (OnsiteTroublesClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = onsite_troubles_finalize;
  object_class->get_property = onsite_troubles_get_property;

  properties[PROP_TROUBLE] = g_param_spec_string ("trouble", NULL, NULL, NULL, flags);
  properties[PROP_UNSAVED_MS] =
      g_param_spec_int64 ("unsaved-ms", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_QUIET] = g_param_spec_string ("quiet", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
onsite_troubles_init (OnsiteTroubles *self)
{
  self->floor_db = ONSITE_SOUND_SILENCE_DB;
  self->loudest_db = ONSITE_SOUND_SILENCE_DB;
}

static void
notify_trouble (OnsiteTroubles *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TROUBLE]);
}

static void
notify_unsaved (OnsiteTroubles *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNSAVED_MS]);
}

static void
on_level (OnsiteTroubles *self)
{
  self->loudest_db = MAX (self->loudest_db, onsite_microphone_get_level (self->microphone));
}

/* Another one hears the room in its own way. */
static void
on_device (OnsiteTroubles *self)
{
  const char *device = onsite_microphone_get_device (self->microphone);

  if (self->device != NULL && g_strcmp0 (self->device, device) != 0)
    onsite_troubles_set_floor (self, ONSITE_SOUND_SILENCE_DB);

  g_free (self->device);
  self->device = g_strdup (device);
}

static void
set_quietness (OnsiteTroubles *self, OnsiteQuietness quietness)
{
  if (self->quietness == quietness)
    return;

  self->quietness = quietness;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUIET]);
}

static void
follow (OnsiteTroubles *self, gpointer instance, const char *signal, GCallback callback)
{
  g_signal_connect_object (instance, signal, callback, self, G_CONNECT_SWAPPED);
}

OnsiteTroubles *
onsite_troubles_new (OnsiteMicrophone *microphone, OnsiteLibrary *library, OnsiteScribe *scribe)
{
  OnsiteTroubles *self = g_object_new (ONSITE_TYPE_TROUBLES, NULL);

  self->microphone = g_object_ref (microphone);
  self->library = g_object_ref (library);
  self->scribe = g_object_ref (scribe);
  follow (self, microphone, "notify::trouble", G_CALLBACK (notify_trouble));
  follow (self, microphone, "notify::level", G_CALLBACK (on_level));
  follow (self, microphone, "notify::device", G_CALLBACK (on_device));
  follow (self, library, "notify::write-error", G_CALLBACK (notify_trouble));
  follow (self, library, "notify::unsaved-ms", G_CALLBACK (notify_unsaved));
  follow (self, scribe, "notify::trouble", G_CALLBACK (notify_trouble));
  return self;
}

void
onsite_troubles_set_lost (OnsiteTroubles *self, const char *lost)
{
  g_return_if_fail (ONSITE_IS_TROUBLES (self));

  if (g_strcmp0 (self->lost, lost) == 0)
    return;

  g_free (self->lost);
  self->lost = g_strdup (lost);
  notify_trouble (self);
}

/* What keeps somebody from being heard comes before what keeps it from being saved. */
const char *
onsite_troubles_get_trouble (OnsiteTroubles *self)
{
  const GError *write_error;

  g_return_val_if_fail (ONSITE_IS_TROUBLES (self), NULL);

  if (onsite_microphone_get_trouble (self->microphone) != NULL)
    return onsite_microphone_get_trouble (self->microphone);

  write_error = onsite_library_get_write_error (self->library);

  if (write_error != NULL)
    return write_error->message;

  return self->lost != NULL ? self->lost : onsite_scribe_get_trouble (self->scribe);
}

gint64
onsite_troubles_get_unsaved_ms (OnsiteTroubles *self)
{
  gint64 unsaved_ms;

  g_return_val_if_fail (ONSITE_IS_TROUBLES (self), 0);

  unsaved_ms = onsite_library_get_unsaved_ms (self->library);
  return unsaved_ms >= UNSAVED_IS_TROUBLE_MS ? unsaved_ms : 0;
}

void
onsite_troubles_set_floor (OnsiteTroubles *self, double floor_db)
{
  g_return_if_fail (ONSITE_IS_TROUBLES (self));

  self->floor_db = floor_db;
  self->quiet.floor_db = floor_db;
}

/* What keeps it from hearing at all is said by whoever knows of that. */
static gboolean
is_listening (OnsiteTroubles *self, gboolean answering)
{
  return answering && onsite_microphone_get_listening (self->microphone) &&
         onsite_microphone_get_trouble (self->microphone) == NULL;
}

void
onsite_troubles_listen (OnsiteTroubles *self, gboolean answering, gint64 now_ms)
{
  const gboolean was_answering = self->answering;

  g_return_if_fail (ONSITE_IS_TROUBLES (self));

  self->answering = is_listening (self, answering);
  if (self->answering && !was_answering)
    self->quiet = onsite_quiet_begin (self->floor_db, now_ms);
  else if (self->answering)
    self->quiet = onsite_quiet_hear (self->quiet, self->loudest_db, now_ms);

  self->loudest_db = onsite_microphone_get_level (self->microphone);
  set_quietness (self,
                 self->answering ? onsite_quiet_judge (self->quiet, now_ms) : ONSITE_QUIET_NOT);
}

const char *
onsite_troubles_get_quiet (OnsiteTroubles *self)
{
  g_return_val_if_fail (ONSITE_IS_TROUBLES (self), NULL);

  switch (self->quietness)
    {
    case ONSITE_QUIET_SILENT:
      return C_ ("quiet", "We hear nothing. Is the microphone muted?");

    case ONSITE_QUIET_BELOW_FLOOR:
      return C_ ("quiet", "We hear less than your room. Is the microphone switched off?");

    case ONSITE_QUIET_NOT:
    default:
      return NULL;
    }
}
