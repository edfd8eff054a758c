/** What a person left out is named at once, so that they need not try again for each. */
import { expect, test } from "vitest";
import { documents, newFolder, run } from "./support/cli.ts";

test.each([
  [
    ["refund", "--account", "shop"],
    "missing -k, --key <key>; -p, --payment <name=value>; --amount <money> or --full",
  ],
  [["record"], "missing <key>; --status <status>; --by <source>"],
  [["record", "k", "--by", "Ana"], "missing --status <status>"],
  [["refund", "--key", "k", "--payment", "id=1", "--full"], "missing -a, --account <name>"],
])("%j names all that is missing", async (args, message) => {
  const ended = await run(newFolder(), [...args, "--json"]);
  expect(ended.code).toBe(2);
  expect(ended.stderr).toContain(`error: ${message}\n`);
  expect(documents(ended)).toEqual([{ error: { code: "usage", message: `error: ${message}` } }]);
});
