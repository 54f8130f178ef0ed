/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-effect.h"

static const char *const names[] = {
  [ONSITE_EFFECT_ROUND_STARTED] = "round-started",
  [ONSITE_EFFECT_ROUND_INTERRUPTED] = "round-interrupted",
  [ONSITE_EFFECT_ROUND_ENDED] = "round-ended",
  [ONSITE_EFFECT_OPEN_MICROPHONE] = "open-microphone",
  [ONSITE_EFFECT_CLOSE_MICROPHONE] = "close-microphone",
  [ONSITE_EFFECT_GREET] = "greet",
  [ONSITE_EFFECT_ASK] = "ask",
  [ONSITE_EFFECT_HUSH] = "hush",
  [ONSITE_EFFECT_SAY_FIVE_MINUTES] = "say-five-minutes",
  [ONSITE_EFFECT_SAY_ONE_MINUTE] = "say-one-minute",
  [ONSITE_EFFECT_SAY_CLOSING] = "say-closing",
  [ONSITE_EFFECT_BEGIN_CLIP] = "begin-clip",
  [ONSITE_EFFECT_END_CLIP] = "end-clip",
  [ONSITE_EFFECT_REOPEN_CLIP] = "reopen-clip",
  [ONSITE_EFFECT_PAUSE_CLIP] = "pause-clip",
  [ONSITE_EFFECT_RESUME_CLIP] = "resume-clip",
  [ONSITE_EFFECT_SEAL_CLIP] = "seal-clip",
  [ONSITE_EFFECT_NEW_TAKE] = "new-take",
  [ONSITE_EFFECT_SKIPPED] = "skipped",
  [ONSITE_EFFECT_TELL_SUSPENDED] = "tell-suspended",
  [ONSITE_EFFECT_TELL_BREAK_OVER] = "tell-break-over",
  [ONSITE_EFFECT_LOOP_FINISHED] = "loop-finished",
};

const char *
onsite_effect_kind_to_string (OnsiteEffectKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (names), NULL);

  return names[kind];
}
