/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * OnsiteTargetKind:
 * @ONSITE_TARGET_PRINCIPLE: a principle
 * @ONSITE_TARGET_CHECKLIST: an item of the preparation checklist
 *
 * What an answer can support.
 */
typedef enum
{
  ONSITE_TARGET_PRINCIPLE,
  ONSITE_TARGET_CHECKLIST,
} OnsiteTargetKind;

#define ONSITE_TYPE_TARGET_KIND (onsite_target_kind_get_type ())
GType onsite_target_kind_get_type (void);

/**
 * OnsiteSource:
 * @ONSITE_SOURCE_ASKED: the question asks for it
 * @ONSITE_SOURCE_CLAIMED: the candidate says so
 * @ONSITE_SOURCE_HEARD: it was found in what was said
 * @ONSITE_SOURCE_COACH: a coach says so
 *
 * Who says that an answer supports a target.
 */
typedef enum
{
  ONSITE_SOURCE_ASKED,
  ONSITE_SOURCE_CLAIMED,
  ONSITE_SOURCE_HEARD,
  ONSITE_SOURCE_COACH,
} OnsiteSource;

/**
 * ONSITE_SOURCE_BIT:
 * @source: an #OnsiteSource
 *
 * The bit that stands for @source where several may say so.
 */
#define ONSITE_SOURCE_BIT(source) (1u << (source))

#define ONSITE_TYPE_SOURCE (onsite_source_get_type ())
GType onsite_source_get_type (void);

/**
 * OnsiteEvidence:
 * @id: a UUID
 * @kind: what @target is
 * @target: the id of the principle or the checklist item in the pack
 * @source: who says so
 * @review: (nullable): the id of the review that it came with; %NULL if none brought it
 * @turn: the index of the turn in which the span lies
 * @from_ms: where the span begins in that turn's clip, in milliseconds;
 *   -1 for the whole answer
 * @to_ms: where the span ends; -1 for the whole answer
 * @strength: how well it supports the target, from 0 to 1
 *
 * That an answer supports a target, where, and who says so.
 */
typedef struct
{
  char *id;
  OnsiteTargetKind kind;
  char *target;
  OnsiteSource source;
  char *review;
  guint turn;
  gint64 from_ms;
  gint64 to_ms;
  double strength;
} OnsiteEvidence;

/**
 * onsite_evidence_new:
 * @kind: what @target is
 * @target: the id of the principle or the checklist item in the pack
 * @source: who says so
 *
 * Makes evidence that is about the whole answer and of full strength, with an
 * id of its own.
 *
 * Returns: (transfer full): evidence
 */
OnsiteEvidence *
onsite_evidence_new (OnsiteTargetKind kind, const char *target, OnsiteSource source);

/**
 * onsite_evidence_copy:
 * @self: evidence
 *
 * Copies evidence, with its id.
 *
 * Returns: (transfer full): the copy
 */
OnsiteEvidence *onsite_evidence_copy (const OnsiteEvidence *self);

/**
 * onsite_evidence_free:
 * @self: (transfer full): evidence
 *
 * Frees evidence.
 */
void onsite_evidence_free (OnsiteEvidence *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteEvidence, onsite_evidence_free)

G_END_DECLS
