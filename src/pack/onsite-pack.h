/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OnsitePrinciple:
 * @id: stable id, unique among the pack's principles
 * @name: what it is called
 * @summary: what an interviewer listens for
 *
 * A leadership principle that answers are held against.
 */
typedef struct
{
  char *id;
  char *name;
  char *summary;
} OnsitePrinciple;

/**
 * OnsiteChecklistItem:
 * @id: stable id, unique among the pack's checklist items
 * @name: what it is called
 * @summary: what has to be prepared
 * @fed_by_loops: %TRUE if finished debriefs feed it, %FALSE if answers do
 *
 * An item of the preparation checklist.
 */
typedef struct
{
  char *id;
  char *name;
  char *summary;
  gboolean fed_by_loops;
} OnsiteChecklistItem;

/**
 * OnsiteCategory:
 * @id: stable id
 * @name: what it is called
 * @share: its share of a whole loop's questions, in percent; shares add up to 100
 *
 * A kind of question.
 */
typedef struct
{
  char *id;
  char *name;
  guint share;
} OnsiteCategory;

/**
 * OnsiteAnchors:
 * @level: the level that they are written for
 * @scores: what a rating of 1, 3 and 5 sounds like, in this order
 *
 * A dimension's anchors at one level.
 */
typedef struct
{
  char *level;
  char *scores[3];
} OnsiteAnchors;

/**
 * OnsiteDimension:
 * @id: stable id
 * @name: what it is called
 * @question: what the rating answers
 * @anchors: (element-type OnsiteAnchors): one for each level
 *
 * A dimension that answers are rated on, from 1 to 5.
 */
typedef struct
{
  char *id;
  char *name;
  char *question;
  GPtrArray *anchors;
} OnsiteDimension;

/**
 * OnsiteVote:
 * @id: stable id
 * @name: what it is called
 * @value: from -2 (strong no hire) to 2 (strong hire)
 *
 * What an interviewer votes after a round.
 */
typedef struct
{
  char *id;
  char *name;
  int value;
} OnsiteVote;

/**
 * OnsitePhrases:
 * @greeting: said when a round begins; may hold {interviewer} and {round}
 * @five_minutes: said with five minutes left
 * @one_minute: said with one minute left
 * @closing: said when a round closes
 * @next_question: said between two questions
 *
 * What an interviewer says besides questions, in the pack's language.
 */
typedef struct
{
  char *greeting;
  char *five_minutes;
  char *one_minute;
  char *closing;
  char *next_question;
} OnsitePhrases;

/**
 * OnsiteStage:
 * @ONSITE_STAGE_SCREEN: before the onsite
 * @ONSITE_STAGE_ONSITE: on the day
 */
typedef enum
{
  ONSITE_STAGE_SCREEN,
  ONSITE_STAGE_ONSITE,
} OnsiteStage;

/**
 * OnsiteRoundKind:
 * @id: stable id
 * @name: what it is called
 * @stage: screen or onsite
 * @seconds: how long it lasts
 * @optional: whether a loop may leave it out
 * @about: what it tests, in a sentence or two
 * @interviewers: role titles of those who may hold it
 * @categories: ids of the categories asked in it, preferred first
 * @carries: ids of round kinds whose questions may be asked in it too
 * @least: the fewest questions asked in it
 * @most: the most questions asked in it
 *
 * A kind of round, as the pack describes it. A round that is held is an #OnsiteRound.
 */
typedef struct
{
  char *id;
  char *name;
  OnsiteStage stage;
  guint seconds;
  gboolean optional;
  char *about;
  GStrv interviewers;
  GStrv categories;
  GStrv carries;
  guint least;
  guint most;
} OnsiteRoundKind;

/**
 * OnsiteLevel:
 * @id: stable id, such as "L6"
 * @name: what it is called
 * @title: the role at this level
 * @about: what is expected at it
 * @rounds: ids of its rounds, in order
 */
typedef struct
{
  char *id;
  char *name;
  char *title;
  char *about;
  GStrv rounds;
} OnsiteLevel;

/**
 * OnsiteQuestion:
 * @id: stable id
 * @category: the id of its category
 * @rounds: ids of the round kinds that may ask it
 * @levels: ids of the levels that it's meant for
 * @text: what is asked, to be read and to be spoken
 * @principles: ids, the main target first
 * @checklist: ids of the checklist items that an answer feeds; may be empty
 * @seconds: how long an answer with its follow-ups is expected to take
 * @follow_ups: the ladder, shallow first
 * @hint: a line of help for practice
 * @weak: what a weak answer sounds like
 * @strong: what a strong answer sounds like
 * @why: why the strong one is strong
 */
typedef struct
{
  char *id;
  char *category;
  GStrv rounds;
  GStrv levels;
  char *text;
  GStrv principles;
  GStrv checklist;
  guint seconds;
  GStrv follow_ups;
  char *hint;
  char *weak;
  char *strong;
  char *why;
} OnsiteQuestion;

/**
 * OnsitePackError:
 * @ONSITE_PACK_ERROR_FORMAT: a format version that this program does not read
 * @ONSITE_PACK_ERROR_REFERENCE: an id that names nothing, or names two things
 * @ONSITE_PACK_ERROR_CONTENT: something is missing that a loop needs
 *
 * What is wrong with a text that is JSON and no pack. Syntax, types and
 * ranges are told as %ONSITE_JSON_ERROR.
 */
typedef enum
{
  ONSITE_PACK_ERROR_FORMAT,
  ONSITE_PACK_ERROR_REFERENCE,
  ONSITE_PACK_ERROR_CONTENT,
} OnsitePackError;

#define ONSITE_PACK_ERROR (onsite_pack_error_quark ())
GQuark onsite_pack_error_quark (void);

#define ONSITE_TYPE_PACK (onsite_pack_get_type ())

/**
 * OnsitePack:
 *
 * What is asked, read and validated whole. Reference counted (a boxed type)
 * and immutable, so that threads may share it.
 */
typedef struct _OnsitePack OnsitePack;

GType onsite_pack_get_type (void) G_GNUC_CONST;
OnsitePack *onsite_pack_new_from_bytes (GBytes *bytes, const char *name, GError **error);
OnsitePack *onsite_pack_load (GFile *file, GCancellable *cancellable, GError **error);
OnsitePack *onsite_pack_ref (OnsitePack *self);
void onsite_pack_unref (OnsitePack *self);

const char *onsite_pack_get_id (OnsitePack *self);
const char *onsite_pack_get_version (OnsitePack *self);
const char *onsite_pack_get_language (OnsitePack *self);
const char *onsite_pack_get_title (OnsitePack *self);
const char *onsite_pack_get_summary (OnsitePack *self);
/* The bytes that it was read from, and their SHA-256 in lower-case hex. */
GBytes *onsite_pack_get_bytes (OnsitePack *self);
const char *onsite_pack_get_hash (OnsitePack *self);
const OnsitePhrases *onsite_pack_get_phrases (OnsitePack *self);

/* Arrays of const structs in the pack's order, owned by the pack. */
GPtrArray *onsite_pack_get_principles (OnsitePack *self);
GPtrArray *onsite_pack_get_checklist (OnsitePack *self);
GPtrArray *onsite_pack_get_categories (OnsitePack *self);
GPtrArray *onsite_pack_get_dimensions (OnsitePack *self);
GPtrArray *onsite_pack_get_votes (OnsitePack *self);
GPtrArray *onsite_pack_get_round_kinds (OnsitePack *self);
GPtrArray *onsite_pack_get_levels (OnsitePack *self);
GPtrArray *onsite_pack_get_questions (OnsitePack *self);

/* NULL for an id that the pack doesn't have. */
const OnsitePrinciple *onsite_pack_find_principle (OnsitePack *self, const char *id);
const OnsiteChecklistItem *onsite_pack_find_checklist_item (OnsitePack *self, const char *id);
const OnsiteCategory *onsite_pack_find_category (OnsitePack *self, const char *id);
const OnsiteDimension *onsite_pack_find_dimension (OnsitePack *self, const char *id);
const OnsiteVote *onsite_pack_find_vote (OnsitePack *self, const char *id);
const OnsiteRoundKind *onsite_pack_find_round_kind (OnsitePack *self, const char *id);
const OnsiteLevel *onsite_pack_find_level (OnsitePack *self, const char *id);
const OnsiteQuestion *onsite_pack_find_question (OnsitePack *self, const char *id);

/* Whether the question may be asked in this kind of round: by its own rounds, or because they are carried. */
gboolean onsite_question_fits_round (const OnsiteQuestion *question, const OnsiteRoundKind *round);
const OnsiteAnchors *
onsite_dimension_get_anchors (const OnsiteDimension *dimension, const char *level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsitePack, onsite_pack_unref)

G_END_DECLS
