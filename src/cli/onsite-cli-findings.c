/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-cli-findings.h"

#include "onsite-cli-format.h"

/* A person knows a place by its words, and what has none by its id. */
static void
print_finding (OnsiteCliContext *context, const OnsiteFinding *finding)
{
  if (finding->place)
    onsite_cli_context_print (context, "%s: ", finding->place);
  else if (finding->subject)
    onsite_cli_context_print (context, "%s: ", finding->subject);
  onsite_cli_context_print (context, "%s\n", finding->text);
}

void
onsite_cli_findings_print (OnsiteCliContext *context, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    print_finding (context, g_ptr_array_index (findings, i));
}

static void
write_finding (OnsiteJsonWriter *writer, const OnsiteFinding *finding)
{
  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "kind", onsite_finding_kind_get_nick (finding->kind));
  onsite_json_writer_add_string (writer, "subject", finding->subject);
  onsite_json_writer_add_string (writer, "place", finding->place);
  onsite_json_writer_add_string (writer, "text", finding->text);
  onsite_json_writer_end_object (writer);
}

void
onsite_cli_findings_write (OnsiteJsonWriter *writer, const char *name, GPtrArray *findings)
{
  onsite_json_writer_member (writer, name);
  onsite_json_writer_begin_array (writer);
  for (guint i = 0; findings && i < findings->len; i++)
    write_finding (writer, g_ptr_array_index (findings, i));
  onsite_json_writer_end_array (writer);
}
