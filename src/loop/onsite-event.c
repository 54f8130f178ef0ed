/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-event.h"

static const char *const names[ONSITE_N_EVENTS] = {
  [ONSITE_EVENT_TICK] = "tick",
  [ONSITE_EVENT_BEGIN_ROUND] = "begin-round",
  [ONSITE_EVENT_SPOKEN] = "spoken",
  [ONSITE_EVENT_DONE] = "done",
  [ONSITE_EVENT_KEEP_TALKING] = "keep-talking",
  [ONSITE_EVENT_NEXT] = "next",
  [ONSITE_EVENT_PAUSE] = "pause",
  [ONSITE_EVENT_GO_ON] = "go-on",
  [ONSITE_EVENT_SKIP] = "skip",
  [ONSITE_EVENT_RETAKE] = "retake",
  [ONSITE_EVENT_END_ROUND] = "end-round",
  [ONSITE_EVENT_LEAVE] = "leave",
  [ONSITE_EVENT_FINISH] = "finish",
  [ONSITE_EVENT_RECORDER_FAILED] = "recorder-failed",
  [ONSITE_EVENT_SUSPENDED] = "suspended",
};

const char *
onsite_event_kind_to_string (OnsiteEventKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (names), NULL);

  return names[kind];
}
