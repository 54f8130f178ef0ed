/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack/onsite-exhibit.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* What a pack is made of. All of it is owned by the pack and never changes. */

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

/* What a greeting may hold. */
#define ONSITE_PHRASES_INTERVIEWER "{interviewer}"
#define ONSITE_PHRASES_ROUND       "{round}"

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
 * @curveball: (nullable): what may be said in the middle of the main answer, to change what is given
 * @outage: (nullable): the id of the outage that it is about
 * @exhibit: (nullable): the id of the exhibit that it is about
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
  char *curveball;
  char *outage;
  char *exhibit;
  char *hint;
  char *weak;
  char *strong;
  char *why;
} OnsiteQuestion;

/**
 * onsite_question_fits_round:
 * @question: a question
 * @round: a kind of round
 *
 * Whether the question may be asked in this kind of round: its category is
 * asked there, and it names the round or one that the round carries.
 *
 * Returns: whether it may
 */
gboolean onsite_question_fits_round (const OnsiteQuestion *question, const OnsiteRoundKind *round);

/**
 * onsite_question_fits_level:
 * @question: a question
 * @level: the id of a level
 *
 * Returns: whether the question is meant for the level
 */
gboolean onsite_question_fits_level (const OnsiteQuestion *question, const char *level);

/**
 * onsite_dimension_get_anchors:
 * @dimension: a dimension
 * @level: the id of a level
 *
 * Returns: (transfer none) (nullable): its anchors at the level, which every
 *   level of the pack has; %NULL for another id
 */
const OnsiteAnchors *
onsite_dimension_get_anchors (const OnsiteDimension *dimension, const char *level);

/**
 * onsite_phrases_greeting:
 * @phrases: a pack's phrases
 * @interviewer: who speaks, by the title of the role
 * @round: the name of the round
 *
 * Returns: (transfer full): the greeting with {interviewer} and {round} filled in
 */
char *
onsite_phrases_greeting (const OnsitePhrases *phrases, const char *interviewer, const char *round);

G_END_DECLS
