/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a pack's guide is made of. All of it is owned by the pack and never changes. */

/**
 * OnsiteGuideKind:
 * @ONSITE_GUIDE_TEXT: a paragraph
 * @ONSITE_GUIDE_LIST: sentences, each of which stands alone
 * @ONSITE_GUIDE_STEPS: what comes one after the other, of #OnsiteGuideStep
 * @ONSITE_GUIDE_CONTRASTS: not this, but this, of #OnsiteGuideContrast
 * @ONSITE_GUIDE_MISTAKES: weak, why, strong, of #OnsiteGuideMistake
 * @ONSITE_GUIDE_TABLE: a table, of #OnsiteGuideRow
 * @ONSITE_GUIDE_SHARES: a chart of shares in percent, of #OnsiteGuideSeries
 * @ONSITE_GUIDE_QUESTIONS: questions with their answers, of #OnsiteGuideQuestion
 *
 * What a block of a guide is, and what its parts are of.
 */
typedef enum
{
  ONSITE_GUIDE_TEXT,
  ONSITE_GUIDE_LIST,
  ONSITE_GUIDE_STEPS,
  ONSITE_GUIDE_CONTRASTS,
  ONSITE_GUIDE_MISTAKES,
  ONSITE_GUIDE_TABLE,
  ONSITE_GUIDE_SHARES,
  ONSITE_GUIDE_QUESTIONS,
  ONSITE_GUIDE_N_KINDS,
} OnsiteGuideKind;

/**
 * OnsiteGuideStep:
 * @label: where on the way it is, such as "Week 1"
 * @title: (nullable): what it is called
 * @text: what happens there
 */
typedef struct
{
  char *label;
  char *title;
  char *text;
} OnsiteGuideStep;

/**
 * OnsiteGuideContrast:
 * @topic: what it is about
 * @is_not: what it is not
 * @is: what it is
 */
typedef struct
{
  char *topic;
  char *is_not;
  char *is;
} OnsiteGuideContrast;

/**
 * OnsiteGuideMistake:
 * @weak: what a weak answer sounds like
 * @why: why it is weak
 * @strong: what a strong answer sounds like
 */
typedef struct
{
  char *weak;
  char *why;
  char *strong;
} OnsiteGuideMistake;

/**
 * OnsiteGuideRow:
 * @cells: one for each column of its table
 */
typedef struct
{
  GStrv cells;
} OnsiteGuideRow;

/**
 * OnsiteGuideSeries:
 * @name: whose shares they are
 * @values: (element-type guint): shares in percent, one for each group of its chart
 */
typedef struct
{
  char *name;
  GArray *values;
} OnsiteGuideSeries;

/**
 * OnsiteGuideQuestion:
 * @question: what people ask
 * @answer: what is to be said to it
 */
typedef struct
{
  char *question;
  char *answer;
} OnsiteGuideQuestion;

/**
 * OnsiteGuideBlock:
 * @kind: what it is
 * @title: (nullable): its heading; tables and charts have one always
 * @text: (nullable): the paragraph of %ONSITE_GUIDE_TEXT
 * @names: (nullable): the sentences of a list, the columns of a table, the
 *   groups of a chart
 * @parts: (nullable): what it is made of, by its kind
 */
typedef struct
{
  OnsiteGuideKind kind;
  char *title;
  char *text;
  GStrv names;
  GPtrArray *parts;
} OnsiteGuideBlock;

/**
 * OnsiteGuideAbout:
 * @ONSITE_GUIDE_ABOUT_NOTHING: no page in particular
 * @ONSITE_GUIDE_ABOUT_SETUP: what is chosen before a loop
 * @ONSITE_GUIDE_ABOUT_DEBRIEF: what is shown after it
 *
 * The page of the program that a section helps with.
 */
typedef enum
{
  ONSITE_GUIDE_ABOUT_NOTHING,
  ONSITE_GUIDE_ABOUT_SETUP,
  ONSITE_GUIDE_ABOUT_DEBRIEF,
} OnsiteGuideAbout;

/**
 * OnsiteGuideSection:
 * @id: stable id, unique in the guide
 * @about: which page leads to it; to the first of several
 * @title: what it is called
 * @summary: what is in it, in a sentence
 * @blocks: (element-type OnsiteGuideBlock): what stands in it, from top to bottom
 */
typedef struct
{
  char *id;
  OnsiteGuideAbout about;
  char *title;
  char *summary;
  GPtrArray *blocks;
} OnsiteGuideSection;

/**
 * OnsiteGuide:
 * @sections: (element-type OnsiteGuideSection): at least one
 *
 * What there is to know about the interviews of a pack, to be read.
 */
typedef struct
{
  GPtrArray *sections;
} OnsiteGuide;

/**
 * OnsiteGuideTextFunc:
 * @text: a text of a guide; owned by it
 * @user_data: what came with the function
 *
 * Is called with each text of an item, in the order in which it is read.
 */
typedef void (*OnsiteGuideTextFunc) (const char *text, gpointer user_data);

/**
 * onsite_guide_block_count_items:
 * @self: a block
 *
 * Returns: how many cards, steps, sentences, rows … it is made of; 1 for a
 *   paragraph and a chart
 */
guint onsite_guide_block_count_items (const OnsiteGuideBlock *self);

/**
 * onsite_guide_block_foreach_text:
 * @self: a block
 * @item: which of its items, from 0
 * @func: (scope call): what to call
 * @user_data: data for @func
 *
 * Goes through the texts of one item. The columns of a table are texts of
 * each of its rows; the block's title is one of its first item.
 */
void onsite_guide_block_foreach_text (const OnsiteGuideBlock *self,
                                      guint item,
                                      OnsiteGuideTextFunc func,
                                      gpointer user_data);

/**
 * onsite_guide_find_section:
 * @self: a guide
 * @id: (nullable): the id of a section
 *
 * Returns: its position, from 0; 0 if there is none of this id
 */
guint onsite_guide_find_section (const OnsiteGuide *self, const char *id);

/**
 * onsite_guide_find_about:
 * @self: (nullable): a guide
 * @about: a page
 *
 * Returns: the position of the first section about it, from 0; -1 if there is none
 */
int onsite_guide_find_about (const OnsiteGuide *self, OnsiteGuideAbout about);

/**
 * onsite_guide_free:
 * @self: (transfer full): a guide
 */
void onsite_guide_free (OnsiteGuide *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteGuide, onsite_guide_free)

G_END_DECLS
