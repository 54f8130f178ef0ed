/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/onsite-cli-format.h"
#include "cli/onsite-cli-table.h"

static void
assert_prints (OnsiteCliTable *table, const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  onsite_cli_table_print (table, out);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_columns (void)
{
  g_autoptr (OnsiteCliTable) table = onsite_cli_table_new (0, "lrl");

  onsite_cli_table_add (table, "a", "1", "x");
  onsite_cli_table_add (table, "bbb", "100", "y");
  assert_prints (table,
                 "a      1  x\n"
                 "bbb  100  y\n");
}

static void
test_trailing (void)
{
  g_autoptr (OnsiteCliTable) table = onsite_cli_table_new (2, "ll");

  onsite_cli_table_add (table, "long", "");
  onsite_cli_table_add (table, "", "");
  onsite_cli_table_add (table, "", "end");
  assert_prints (table,
                 "  long\n"
                 "\n"
                 "        end\n");
}

static void
test_widths (void)
{
  g_autoptr (OnsiteCliTable) table = onsite_cli_table_new (0, "ll");

  /* Two cells wide each; an accent of no width; letters of two bytes. */
  onsite_cli_table_add (table, "面接", "x");
  onsite_cli_table_add (table, "e\xcc\x81", "x");
  onsite_cli_table_add (table, "öäüß", "x");
  assert_prints (table,
                 "面接  x\n"
                 "e\xcc\x81     x\n"
                 "öäüß  x\n");
}

static void
test_empty (void)
{
  g_autoptr (OnsiteCliTable) table = onsite_cli_table_new (2, "ll");

  assert_prints (table, "");
}

static void
test_durations (void)
{
  static const struct
  {
    gint64 duration_ms;
    const char *text;
  } cases[] = {
    { 0, "0:00" },        { 499, "0:00" },        { 500, "0:01" },
    { 59499, "0:59" },    { 59500, "1:00" },      { 61000, "1:01" },
    { 3599400, "59:59" }, { 3600000, "1:00:00" }, { 36061000, "10:01:01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = onsite_cli_format_duration (cases[i].duration_ms);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/table/columns-stand-in-line", test_columns);
  g_test_add_func ("/cli/table/lines-end-without-spaces", test_trailing);
  g_test_add_func ("/cli/table/width-is-what-a-terminal-shows", test_widths);
  g_test_add_func ("/cli/table/without-rows-there-is-nothing", test_empty);
  g_test_add_func ("/cli/format/a-duration-is-rounded-to-seconds", test_durations);

  return g_test_run ();
}
