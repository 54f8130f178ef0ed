/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-unusable.h"

#include <glib/gi18n-lib.h>

static gboolean
holds (const OnsiteTake *take, const char *clip)
{
  for (guint i = 0; take != NULL && i < take->turns->len; i++)
    {
      const OnsiteTurn *turn = g_ptr_array_index (take->turns, i);

      if (turn->clip != NULL && g_str_equal (turn->clip->id, clip))
        return TRUE;
    }

  return FALSE;
}

gboolean
onsite_unusable_counts (const OnsiteLoop *loop, const char *clip)
{
  for (guint i = 0; i < loop->rounds->len; i++)
    {
      const OnsiteRound *round = g_ptr_array_index (loop->rounds, i);

      for (guint j = 0; j < round->answers->len; j++)
        {
          const OnsiteAnswer *answer = g_ptr_array_index (round->answers, j);

          if (!answer->skipped && holds (onsite_answer_get_current_take (answer), clip))
            return TRUE;
        }
    }

  return FALSE;
}

static const char *
describe_fault (OnsiteTakeFault fault)
{
  switch (fault)
    {
    case ONSITE_TAKE_FAULT_SILENT:
      return C_ ("unusable", "Nobody can be heard in this answer. Is the microphone muted?");

    case ONSITE_TAKE_FAULT_CLIPPED:
      return C_ ("unusable",
                 "This answer is distorted: it is too loud for the microphone. Turn it down, or "
                 "sit a little further away.");

    case ONSITE_TAKE_FAULT_HOLES:
      return C_ ("unusable", "Parts of this answer are missing: no sound came meanwhile.");

    case ONSITE_TAKE_FAULT_NONE:
    default:
      g_return_val_if_reached ("");
    }
}

char *
onsite_unusable_describe (OnsiteTakeFault fault, gboolean again)
{
  if (!again)
    return g_strdup (describe_fault (fault));

  return g_strdup_printf ("%s %s",
                          describe_fault (fault),
                          C_ ("unusable", "You can answer again, and this time does not count."));
}
