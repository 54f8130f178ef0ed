/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-sound-choice.h"

#include <glib/gi18n-lib.h>

#include "audio/onsite-cleaning.h"

#define MICROPHONE "microphone"
#define SPEAKER    "speaker"

struct _OnsiteSoundChoice
{
  GObject parent_instance;

  GSettings *settings;
  OnsiteDevices *devices;
  gint speaker_missing; /* atomic: for those who make a sink in their thread */
  GThread *thread;      /* its devices belong to its main context */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsiteSoundChoice, onsite_sound_choice, G_TYPE_OBJECT)

static char *
make_known_key (const char *key)
{
  return g_strconcat (key, "-known", NULL);
}

static void
get_known (OnsiteSoundChoice *self, const char *key, char **name, char **hardware)
{
  g_autofree char *known = make_known_key (key);

  g_settings_get (self->settings, known, "(ss)", name, hardware);
}

static void
set_known (OnsiteSoundChoice *self, const char *key, const char *name, const char *hardware)
{
  g_autofree char *known = make_known_key (key);
  g_autofree char *old_name = NULL;
  g_autofree char *old_hardware = NULL;

  get_known (self, key, &old_name, &old_hardware);
  if (!g_str_equal (old_name, name) || !g_str_equal (old_hardware, hardware))
    g_settings_set (self->settings, known, "(ss)", name, hardware);
}

static OnsiteDevice *
find_chosen (OnsiteSoundChoice *self, const char *key)
{
  g_autofree char *id = onsite_sound_choice_dup_id (self, key);
  g_autofree char *name = NULL;
  g_autofree char *hardware = NULL;

  get_known (self, key, &name, &hardware);

  return onsite_device_find (onsite_sound_choice_get_list (self, key), id, hardware);
}

static void
follow (OnsiteSoundChoice *self, const char *key)
{
  g_autofree char *id = onsite_sound_choice_dup_id (self, key);
  g_autoptr (OnsiteDevice) device = NULL;

  if (*id == '\0' || (device = find_chosen (self, key)) == NULL)
    return;

  set_known (self, key, onsite_device_get_name (device), onsite_device_get_hardware (device));
  if (!g_str_equal (onsite_device_get_id (device), id))
    g_settings_set_string (self->settings, key, onsite_device_get_id (device));
}

static gboolean
is_missing (OnsiteSoundChoice *self, const char *key)
{
  g_autofree char *id = onsite_sound_choice_dup_id (self, key);
  g_autoptr (OnsiteDevice) device = NULL;

  if (*id == '\0' || !onsite_devices_get_reached (self->devices))
    return FALSE;

  device = find_chosen (self, key);
  return device == NULL;
}

static void
changed_cb (OnsiteSoundChoice *self)
{
  follow (self, MICROPHONE);
  follow (self, SPEAKER);
  g_atomic_int_set (&self->speaker_missing, is_missing (self, SPEAKER));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Of what is no longer offered nobody can see that it is chosen. */
static void
monitors_changed_cb (OnsiteSoundChoice *self)
{
  const gboolean monitors = g_settings_get_boolean (self->settings, "monitors");
  g_autofree char *id = onsite_sound_choice_dup_id (self, MICROPHONE);

  onsite_devices_set_with_monitors (self->devices, monitors);
  if (!monitors && onsite_devices_is_monitor (id))
    onsite_sound_choice_set_id (self, MICROPHONE, "");
}

/* How loud the room is was measured in what is kept, and that is another sound now. */
static void
clean_changed_cb (OnsiteSoundChoice *self)
{
  g_settings_reset (self->settings, "microphone-floor");
}

static void
onsite_sound_choice_finalize (GObject *object)
{
  OnsiteSoundChoice *self = ONSITE_SOUND_CHOICE (object);

  g_clear_object (&self->devices);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (onsite_sound_choice_parent_class)->finalize (object);
}

static void
onsite_sound_choice_class_init (OnsiteSoundChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = onsite_sound_choice_finalize;

  signals[CHANGED] = g_signal_new ("changed",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   0);
}

static void
onsite_sound_choice_init (OnsiteSoundChoice *self)
{
  self->thread = g_thread_self ();
}

static void
connect (OnsiteSoundChoice *self, gpointer instance, const char *signal, GCallback callback)
{
  g_signal_connect_object (instance, signal, callback, self, G_CONNECT_SWAPPED);
}

OnsiteSoundChoice *
onsite_sound_choice_new (GSettings *settings)
{
  OnsiteSoundChoice *self = g_object_new (ONSITE_TYPE_SOUND_CHOICE, NULL);

  self->settings = g_object_ref (settings);
  self->devices = onsite_devices_new (g_settings_get_boolean (settings, "monitors"));
  connect (self,
           onsite_devices_get_microphones (self->devices),
           "items-changed",
           G_CALLBACK (changed_cb));
  connect (self,
           onsite_devices_get_loudspeakers (self->devices),
           "items-changed",
           G_CALLBACK (changed_cb));
  connect (self, self->devices, "notify::reached", G_CALLBACK (changed_cb));
  connect (self, settings, "changed::" MICROPHONE, G_CALLBACK (changed_cb));
  connect (self, settings, "changed::" SPEAKER, G_CALLBACK (changed_cb));
  connect (self, settings, "changed::monitors", G_CALLBACK (monitors_changed_cb));
  connect (self, settings, "changed::clean-sound", G_CALLBACK (clean_changed_cb));

  return self;
}

OnsiteDevices *
onsite_sound_choice_get_devices (OnsiteSoundChoice *self)
{
  g_return_val_if_fail (ONSITE_IS_SOUND_CHOICE (self), NULL);

  return self->devices;
}

GListModel *
onsite_sound_choice_get_list (OnsiteSoundChoice *self, const char *key)
{
  g_return_val_if_fail (ONSITE_IS_SOUND_CHOICE (self), NULL);

  return g_str_equal (key, MICROPHONE) ? onsite_devices_get_microphones (self->devices)
                                       : onsite_devices_get_loudspeakers (self->devices);
}

char *
onsite_sound_choice_dup_id (OnsiteSoundChoice *self, const char *key)
{
  g_return_val_if_fail (ONSITE_IS_SOUND_CHOICE (self), NULL);

  return g_settings_get_string (self->settings, key);
}

/* What another piece of hardware was called goes first, so that the new one is not taken for it. */
void
onsite_sound_choice_set_id (OnsiteSoundChoice *self, const char *key, const char *id)
{
  g_autoptr (OnsiteDevice) device = NULL;

  g_return_if_fail (ONSITE_IS_SOUND_CHOICE (self));

  device = onsite_device_find (onsite_sound_choice_get_list (self, key), id, NULL);
  set_known (self,
             key,
             device != NULL ? onsite_device_get_name (device) : "",
             device != NULL ? onsite_device_get_hardware (device) : "");
  if (g_str_equal (key, MICROPHONE))
    g_settings_reset (self->settings, "microphone-floor");
  g_settings_set_string (self->settings, key, id);
}

char *
onsite_sound_choice_dup_name (OnsiteSoundChoice *self, const char *key)
{
  g_autofree char *hardware = NULL;
  char *name;

  g_return_val_if_fail (ONSITE_IS_SOUND_CHOICE (self), NULL);

  get_known (self, key, &name, &hardware);

  return name;
}

/* Returns: (transfer full) (nullable): what the system chooses. */
static OnsiteDevice *
find_default (OnsiteSoundChoice *self, const char *key)
{
  GListModel *list = onsite_sound_choice_get_list (self, key);
  g_autoptr (OnsiteDevice) first = g_list_model_get_item (list, 0);

  return first != NULL && onsite_device_is (first, ONSITE_DEVICE_DEFAULT) ? g_steal_pointer (&first)
                                                                          : NULL;
}

static const char *
describe_none (const char *key)
{
  return g_str_equal (key, MICROPHONE)
             ? C_ ("device", "No microphone is plugged in")
             : C_ ("device", "No loudspeaker is plugged in, so questions are there to read");
}

static char *
describe_missing (OnsiteSoundChoice *self, const char *key)
{
  g_autofree char *name = onsite_sound_choice_dup_name (self, key);
  g_autoptr (OnsiteDevice) instead = find_default (self, key);

  if (instead == NULL)
    return g_strdup (describe_none (key));
  if (*name == '\0')
    /* Translators: the name of a microphone or a loudspeaker. */
    return g_strdup_printf (C_ ("device", "It is not plugged in. %s is used instead"),
                            onsite_device_get_name (instead));

  /* Translators: the names of two microphones, or of two loudspeakers. */
  return g_strdup_printf (C_ ("device", "%s is not plugged in. %s is used instead"),
                          name,
                          onsite_device_get_name (instead));
}

char *
onsite_sound_choice_describe (OnsiteSoundChoice *self, const char *key)
{
  g_autoptr (OnsiteDevice) device = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (ONSITE_IS_SOUND_CHOICE (self), NULL);

  if (!onsite_devices_get_reached (self->devices))
    return NULL;
  if (is_missing (self, key))
    return describe_missing (self, key);
  if (g_list_model_get_n_items (onsite_sound_choice_get_list (self, key)) == 0)
    return g_strdup (describe_none (key));

  id = onsite_sound_choice_dup_id (self, key);
  device = *id != '\0' ? find_chosen (self, key) : find_default (self, key);
  if (device != NULL && onsite_device_is (device, ONSITE_DEVICE_MUTED))
    return g_strdup (C_ ("device", "It is muted in the system’s sound settings"));

  return NULL;
}

gboolean
onsite_sound_choice_is_dumb (OnsiteSoundChoice *self)
{
  g_return_val_if_fail (ONSITE_IS_SOUND_CHOICE (self), FALSE);

  return onsite_devices_get_reached (self->devices) &&
         g_list_model_get_n_items (onsite_devices_get_loudspeakers (self->devices)) == 0;
}

char *
onsite_sound_choice_name_microphone (OnsiteSoundChoice *self, const char *id)
{
  g_autoptr (OnsiteDevice) device = NULL;

  g_return_val_if_fail (ONSITE_IS_SOUND_CHOICE (self), NULL);

  device = onsite_device_find (onsite_devices_get_microphones (self->devices), id, NULL);

  return g_strdup (device != NULL ? onsite_device_get_name (device) : id);
}

char *
onsite_sound_choice_dup_used_id (OnsiteSoundChoice *self)
{
  g_autofree char *id = onsite_sound_choice_dup_id (self, MICROPHONE);
  g_autoptr (OnsiteDevice) device = NULL;

  if (*id != '\0' && !is_missing (self, MICROPHONE))
    return g_steal_pointer (&id);

  device = find_default (self, MICROPHONE);

  return g_strdup (device != NULL ? onsite_device_get_id (device) : "");
}

char **
onsite_sound_choice_list_others (OnsiteSoundChoice *self)
{
  g_autoptr (GStrvBuilder) others = g_strv_builder_new ();
  g_autofree char *used = NULL;
  GListModel *microphones;

  g_return_val_if_fail (ONSITE_IS_SOUND_CHOICE (self), NULL);

  used = onsite_sound_choice_dup_used_id (self);
  microphones = onsite_sound_choice_get_list (self, MICROPHONE);
  for (guint i = 0; i < g_list_model_get_n_items (microphones); i++)
    {
      g_autoptr (OnsiteDevice) device = g_list_model_get_item (microphones, i);

      if (!g_str_equal (onsite_device_get_id (device), used) &&
          !onsite_device_is (device, ONSITE_DEVICE_MONITOR))
        g_strv_builder_add (others, onsite_device_get_id (device));
    }

  return g_strv_builder_end (others);
}

gboolean
onsite_sound_choice_get_clean (OnsiteSoundChoice *self)
{
  g_return_val_if_fail (ONSITE_IS_SOUND_CHOICE (self), FALSE);

  return g_settings_get_boolean (self->settings, "clean-sound");
}

double
onsite_sound_choice_get_floor_db (OnsiteSoundChoice *self)
{
  g_return_val_if_fail (ONSITE_IS_SOUND_CHOICE (self), 0);

  return g_settings_get_double (self->settings, "microphone-floor");
}

void
onsite_sound_choice_set_floor_db (OnsiteSoundChoice *self, double floor_db)
{
  g_return_if_fail (ONSITE_IS_SOUND_CHOICE (self));

  g_settings_set_double (self->settings, "microphone-floor", floor_db);
}

static gboolean
do_nothing (gpointer unused)
{
  return G_SOURCE_REMOVE;
}

void
onsite_sound_choice_let_go (gpointer user_data)
{
  OnsiteSoundChoice *self = user_data;

  if (self->thread == g_thread_self ())
    g_object_unref (self);
  else
    g_idle_add_full (G_PRIORITY_DEFAULT, do_nothing, self, g_object_unref);
}

/* One that is missing is found to be so as it is opened, and another taken. */
GstElement *
onsite_sound_choice_make_source (gpointer user_data)
{
  OnsiteSoundChoice *self = user_data;
  g_autofree char *id = onsite_sound_choice_dup_id (self, MICROPHONE);
  GstElement *source = onsite_devices_make_source (id);

  if (onsite_sound_choice_get_clean (self))
    onsite_cleaning_ask (source);

  return source;
}

GstElement *
onsite_sound_choice_make_sink (gpointer user_data)
{
  OnsiteSoundChoice *self = user_data;
  g_autofree char *id = onsite_sound_choice_dup_id (self, SPEAKER);

  return onsite_devices_make_sink (g_atomic_int_get (&self->speaker_missing) ? NULL : id);
}
