/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-evidence-rows.h"

#include "onsite-change-private.h"
#include "onsite-nick.h"

#define PACK_HASH_OF_TAKE                     \
  "(SELECT loop.pack_hash FROM answer "       \
  "JOIN round ON round.rowid = answer.round " \
  "JOIN loop ON loop.rowid = round.loop WHERE answer.rowid = take.answer)"

void
onsite_evidence_rows_append (OnsiteChange *change, const char *take, GPtrArray *evidence)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      const OnsiteEvidence *item = g_ptr_array_index (evidence, i);

      onsite_change_append (
          change,
          "INSERT INTO evidence "
          "(take, pack_hash, id, kind, target, source, turn, from_ms, to_ms, strength, review) "
          "SELECT rowid, " PACK_HASH_OF_TAKE ", ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
          "(SELECT rowid FROM review WHERE id = ?10) FROM take WHERE id = ?1",
          g_variant_new ("(sssssuxxdms)",
                         take,
                         item->id,
                         onsite_nick (ONSITE_TYPE_TARGET_KIND, (int) item->kind),
                         item->target,
                         onsite_nick (ONSITE_TYPE_SOURCE, (int) item->source),
                         item->turn,
                         item->from_ms,
                         item->to_ms,
                         item->strength,
                         item->review),
          take);
    }
}

OnsiteEvidence *
onsite_evidence_rows_read (OnsiteStatement *row)
{
  OnsiteEvidence *evidence = g_new0 (OnsiteEvidence, 1);

  evidence->id = onsite_statement_dup_string (row, 0);
  evidence->kind = onsite_statement_get_enum (row, 1, ONSITE_TYPE_TARGET_KIND);
  evidence->target = onsite_statement_dup_string (row, 2);
  evidence->source = onsite_statement_get_enum (row, 3, ONSITE_TYPE_SOURCE);
  evidence->turn = onsite_statement_get_uint (row, 4);
  evidence->from_ms = onsite_statement_get_int64 (row, 5);
  evidence->to_ms = onsite_statement_get_int64 (row, 6);
  evidence->strength = onsite_statement_get_double (row, 7);
  evidence->review = onsite_statement_dup_string (row, 8);

  return evidence;
}
