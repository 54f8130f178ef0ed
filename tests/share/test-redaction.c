/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "share/onsite-redaction.h"

#include <string.h>

#define MAX_SPANS 6

/* A clip of which each sample and each peak tells where it was. */
typedef struct
{
  OnsiteSpan spans[MAX_SPANS];
  guint n_spans;
  gint64 n_samples;
  OnsiteRedaction *redaction;
} Fixture;

static void
fixture_set_up (Fixture *self, gconstpointer data)
{
  self->n_samples = g_test_rand_int_range (0, 48 * 3000);
  self->n_spans = (guint) g_test_rand_int_range (0, MAX_SPANS + 1);
  for (guint i = 0; i < self->n_spans; i++)
    {
      self->spans[i].from_ms = g_test_rand_int_range (-50, 3100);
      self->spans[i].to_ms = self->spans[i].from_ms + g_test_rand_int_range (-10, 900);
      self->spans[i].kind = (OnsiteSpanKind) g_test_rand_int_range (0, 2);
    }
  self->redaction = onsite_redaction_new (self->spans, self->n_spans, self->n_samples);
}

static void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->redaction, onsite_redaction_free);
}

/* As it was asked for, without any step: -1 if nobody removes it. */
static int
find_kind (const Fixture *self, double at_ms)
{
  int kind = -1;

  for (guint i = 0; i < self->n_spans; i++)
    if (at_ms >= (double) self->spans[i].from_ms && at_ms < (double) self->spans[i].to_ms)
      kind = MAX (kind, (int) self->spans[i].kind);

  return kind;
}

/* As it was asked for, of any sample of its step. */
static int
find_widened_kind (const Fixture *self, gint64 sample)
{
  gint64 step_ms = sample / (48 * ONSITE_REDACTION_STEP_MS) * ONSITE_REDACTION_STEP_MS;
  int kind = -1;

  for (gint64 at_ms = step_ms; at_ms < step_ms + ONSITE_REDACTION_STEP_MS; at_ms++)
    kind = MAX (kind, find_kind (self, (double) at_ms));

  return kind;
}

static void
check_samples (const Fixture *self)
{
  g_autoptr (GArray) copy = g_array_new (FALSE, FALSE, sizeof (gint16));
  guint n_copied = 0;

  for (gint64 at = 0; at < self->n_samples + 500;)
    {
      gint16 samples[4000];
      gsize n = (gsize) g_test_rand_int_range (1, G_N_ELEMENTS (samples));

      for (gsize i = 0; i < n; i++)
        samples[i] = (gint16) ((at + (gint64) i) % 30011 + 1);
      n_copied = (guint) onsite_redaction_apply_to_samples (self->redaction, samples, n, at);
      g_array_append_vals (copy, samples, n_copied);
      at += (gint64) n;
    }

  g_assert_cmpint (copy->len, ==, onsite_redaction_get_copy_samples (self->redaction));
  n_copied = 0;
  for (gint64 at = 0; at < self->n_samples; at++)
    {
      int kind = find_widened_kind (self, at);

      if (kind == ONSITE_SPAN_CUT)
        continue;
      g_assert_cmpint (g_array_index (copy, gint16, n_copied),
                       ==,
                       kind == ONSITE_SPAN_MUTE ? 0 : at % 30011 + 1);
      n_copied++;
    }
  g_assert_cmpuint (copy->len, ==, n_copied);
}

static void
test_samples (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 40; i++)
    {
      check_samples (self);
      fixture_tear_down (self, NULL);
      fixture_set_up (self, NULL);
    }
}

static void
check_peaks (const Fixture *self)
{
  gsize n_steps = (gsize) ((self->n_samples + 959) / 960);
  /* Of a clip whose end was trimmed there are some too many. */
  gsize n_peaks = n_steps + (gsize) g_test_rand_int_range (0, 3);
  g_autofree guint8 *bytes = g_malloc (n_peaks + 1);
  g_autoptr (GBytes) peaks = NULL;
  g_autoptr (GBytes) copy = NULL;
  const guint8 *copied;
  gsize n_copied = 0;
  gsize n = 0;

  for (gsize i = 0; i < n_peaks; i++)
    bytes[i] = (guint8) (i % 251 + 1);
  peaks = g_bytes_new (bytes, n_peaks);
  copy = onsite_redaction_apply_to_peaks (self->redaction, peaks);
  copied = g_bytes_get_data (copy, &n_copied);
  for (gsize i = 0; i < n_steps; i++)
    {
      int kind = find_widened_kind (self, (gint64) i * 960);

      if (kind != ONSITE_SPAN_CUT)
        {
          g_assert_cmpuint (n, <, n_copied);
          g_assert_cmpuint (copied[n], ==, kind == ONSITE_SPAN_MUTE ? 0 : bytes[i]);
          n++;
        }
    }
  g_assert_cmpuint (n, ==, n_copied);
}

static void
test_peaks (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) none = onsite_redaction_apply_to_peaks (self->redaction, NULL);

  g_assert_cmpuint (g_bytes_get_size (none), ==, 0);
  for (guint i = 0; i < 200; i++)
    {
      check_peaks (self);
      fixture_tear_down (self, NULL);
      fixture_set_up (self, NULL);
    }
}

static void
check_times (const Fixture *self)
{
  gint64 last_ms = -1;

  for (gint64 at_ms = 0; at_ms < self->n_samples / 48; at_ms++)
    {
      gint64 copy_ms = onsite_redaction_to_copy (self->redaction, at_ms);
      gboolean touched = find_widened_kind (self, at_ms * 48) >= 0;

      g_assert_cmpint (copy_ms, >=, last_ms);
      g_assert_cmpint (copy_ms, <=, onsite_redaction_get_copy_ms (self->redaction));
      g_assert_true (onsite_redaction_touches (self->redaction, at_ms, -1) == touched);
      g_assert_true (onsite_redaction_touches (self->redaction, at_ms, at_ms + 1) == touched);
      last_ms = copy_ms;
      if (touched)
        continue;
      g_assert_cmpint (onsite_redaction_to_clip (self->redaction, copy_ms), ==, at_ms);
      g_assert_cmpint (onsite_redaction_end_to_clip (self->redaction, copy_ms + 1), ==, at_ms + 1);
    }
  for (gint64 copy_ms = 0; copy_ms <= onsite_redaction_get_copy_ms (self->redaction); copy_ms++)
    {
      gint64 from_ms = onsite_redaction_to_clip (self->redaction, copy_ms);
      gint64 to_ms = onsite_redaction_end_to_clip (self->redaction, copy_ms);

      g_assert_cmpint (to_ms, <=, from_ms);
      g_assert_cmpint (from_ms, <=, self->n_samples / 48);
    }
}

static void
test_times (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 40; i++)
    {
      check_times (self);
      fixture_tear_down (self, NULL);
      fixture_set_up (self, NULL);
    }
}

static void
test_order (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 200; i++)
    {
      GArray *spans = onsite_redaction_get_spans (self->redaction);

      for (guint j = 0; j < spans->len; j++)
        {
          const OnsiteSpan *span = &g_array_index (spans, OnsiteSpan, j);

          g_assert_cmpint (span->from_ms, <, span->to_ms);
          g_assert_cmpint (span->from_ms % ONSITE_REDACTION_STEP_MS, ==, 0);
          g_assert_cmpint (span->to_ms % ONSITE_REDACTION_STEP_MS, ==, 0);
          if (j > 0)
            g_assert_cmpint (span[-1].to_ms, <=, span->from_ms);
        }
      g_assert_true (onsite_redaction_is_empty (self->redaction) == (spans->len == 0));
      fixture_tear_down (self, NULL);
      fixture_set_up (self, NULL);
    }
}

static void
test_whole (void)
{
  const OnsiteSpan all = { 0, 1001, ONSITE_SPAN_CUT };
  g_autoptr (OnsiteRedaction) redaction = onsite_redaction_new (&all, 1, 48000 + 7);

  g_assert_cmpint (onsite_redaction_get_copy_samples (redaction), ==, 0);
  g_assert_cmpint (onsite_redaction_to_copy (redaction, 500), ==, 0);
  g_assert_true (onsite_redaction_touches (redaction, 0, 1000));
}

/* Of 1,005 ms, the last 15 lie in a step of which 5 do. */
static void
test_end (void)
{
  const OnsiteSpan last = { 990, 1005, ONSITE_SPAN_CUT };
  g_autoptr (OnsiteRedaction) redaction = onsite_redaction_new (&last, 1, 48 * 1005);

  g_assert_cmpint (onsite_redaction_get_copy_ms (redaction), ==, 980);
  g_assert_cmpint (onsite_redaction_to_clip (redaction, 980), ==, 1005);
  g_assert_cmpint (onsite_redaction_end_to_clip (redaction, 980), ==, 980);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add (name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/redaction/what-is-left-of-samples-is-what-nobody-removed", test_samples);
  ADD ("/redaction/what-is-left-of-peaks-is-what-nobody-removed", test_peaks);
  ADD ("/redaction/a-kept-time-leads-to-the-copy-and-back", test_times);
  ADD ("/redaction/spans-are-in-order-and-of-whole-steps", test_order);
  g_test_add_func ("/redaction/all-of-a-clip-can-be-cut", test_whole);
  g_test_add_func ("/redaction/nothing-is-behind-a-clips-end", test_end);

  return g_test_run ();
}
