/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

/**
 * OnsiteFakePulse:
 *
 * A real sound server of one test's own, with no hardware: PulseAudio, or PipeWire in
 * its place where the environment has ONSITE_TEST_PIPEWIRE. It has two null sinks, "mic"
 * and "speaker". What is played into "mic" is heard by whoever records
 * "mic.monitor"; what the program plays into "speaker" is in "speaker.monitor".
 * Its default source and sink are those two. While it lives, PULSE_SERVER and
 * XDG_RUNTIME_DIR of the test point to it.
 */
typedef struct _OnsiteFakePulse OnsiteFakePulse;

/* Starts the daemon and waits until it can be talked to. Aborts the test if it can't. */
OnsiteFakePulse *onsite_fake_pulse_new (void);
/* Ends the daemon, waits for it, and removes its folder. */
void onsite_fake_pulse_free (OnsiteFakePulse *self);
/* The server dies at once, as when it crashes. */
void onsite_fake_pulse_kill (OnsiteFakePulse *self);
/* The server hangs, and goes on. */
void onsite_fake_pulse_freeze (OnsiteFakePulse *self);
void onsite_fake_pulse_thaw (OnsiteFakePulse *self);
/* After the server died: another one in its place. */
void onsite_fake_pulse_start_anew (OnsiteFakePulse *self);
/* Takes a device away, or adds a null sink: loads and unloads modules by pactl. */
void onsite_fake_pulse_remove_sink (OnsiteFakePulse *self, const char *name);
void onsite_fake_pulse_add_sink (OnsiteFakePulse *self, const char *name);
/* Plugs in a microphone that hears what "mic" does, with properties such as
 * "device.description=Headset device.serial=7"; and unplugs one. */
void
onsite_fake_pulse_add_microphone (OnsiteFakePulse *self, const char *name, const char *properties);
void onsite_fake_pulse_remove_microphone (OnsiteFakePulse *self, const char *name);
/* Tells the server something by pactl, in up to three words. */
void onsite_fake_pulse_tell (OnsiteFakePulse *self,
                             const char *command,
                             const char *first,
                             const char *second);

/* Plays S16 mono samples into a sink, and runs the main context until they have been heard. */
void onsite_fake_pulse_play (OnsiteFakePulse *self,
                             const char *sink,
                             const gint16 *samples,
                             gsize n_samples,
                             guint rate);
/* An OnsiteSourceFunc that records "mic.monitor", and OnsiteSinkFuncs. */
GstElement *onsite_fake_pulse_make_source (gpointer unused);
GstElement *onsite_fake_pulse_make_sink (gpointer unused);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteFakePulse, onsite_fake_pulse_free)

G_END_DECLS
